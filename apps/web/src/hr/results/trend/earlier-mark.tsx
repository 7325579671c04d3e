import type { EarlierCell } from '../../../api-client/types.js';
import { useMessages } from '../../../language/language.js';
import { statisticsMessages } from '../../../messages/statistics.js';
import { ExplainedWord } from '../explained-word.js';
import { ScoreText } from '../score-text.js';

/** The overall score of an earlier survey, or the word for why there is none. */
export function EarlierMark({ earlier }: { readonly earlier: EarlierCell | undefined }) {
  const { trend } = useMessages(statisticsMessages);
  switch (earlier?.status) {
    case 'shown':
      return <ScoreText mean={earlier.overall} />;
    case 'hidden':
      return <ExplainedWord word={trend.hidden} explanation={trend.hiddenReason} />;
    case 'not-comparable':
      return <ExplainedWord word={trend.notComparable} explanation={trend.notComparableReason} />;
    default:
      return (
        <>
          <span aria-hidden="true">—</span>
          <span className="visually-hidden">{trend.none}</span>
        </>
      );
  }
}
