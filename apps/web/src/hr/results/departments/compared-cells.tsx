import type { CategoryScore, ItemScore } from '../../../api-client/types.js';
import { useLanguage } from '../../../language/language.js';
import { DifferenceMark } from '../figures/difference-mark.js';
import { meanText } from '../view/mean-text.js';
import { DifferenceBar } from './difference-bar.js';

interface ComparedCellsProps {
  /** Own minus whole, with its sign; null where one of them is missing. */
  readonly difference: string | null;
  readonly own: ItemScore | CategoryScore | undefined;
  readonly whole: string | null;
  /** Whether there is an earlier survey to compare with. */
  readonly changes: boolean;
}

/** The difference to everybody as figure and bar, then what the tests say. */
export function ComparedCells({ difference, own, whole, changes }: ComparedCellsProps) {
  const { language } = useLanguage();
  return (
    <>
      <td className="number muted">{difference === null ? '—' : meanText(difference, language)}</td>
      <td>
        <DifferenceBar own={own?.mean ?? null} whole={whole} direction={own?.rest?.direction} />
      </td>
      <td className="number">
        <DifferenceMark difference={own?.rest} against="rest" />
      </td>
      {changes && (
        <td className="number">
          <DifferenceMark difference={own?.previous} against="previous" />
        </td>
      )}
    </>
  );
}
