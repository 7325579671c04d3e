import type { CellScore, Results, WeightedMeans } from '../../../api-client/types.js';
import { Card } from '../../../components/card.js';
import { Stat } from '../../../components/stat.js';
import { formatCount } from '../../../language/format-date.js';
import { useMessages } from '../../../language/language.js';
import { resultMessages } from '../../../messages/result.js';
import { statisticsMessages } from '../../../messages/statistics.js';
import { FigureNotes } from '../figures/figure-notes.js';
import { collapsedTexts, marginLabels } from '../view/margin-texts.js';
import { responseSentence } from '../view/response-sentence.js';
import { WeightingTable } from './weighting-table.js';

interface WeightingCardProps {
  readonly results: Results;
  /** Everybody. */
  readonly cell: CellScore;
  /** null: there is no roster to compare with. */
  readonly weighted: WeightedMeans | null;
}

/** What the response rate allows to be said, and the figures weighted to the roster beside the plain ones. */
export function WeightingCard({ results, cell, weighted }: WeightingCardProps) {
  const { weighting, response } = useMessages(statisticsMessages);
  const sentence = responseSentence(
    {
      responseRate: results.responseRate,
      answered: formatCount(results.answered),
      margins: marginLabels(results.attributes, weighted?.margins ?? []),
      plain: cell.overall,
      weighted: weighted?.overall ?? null,
      designEffect: weighted?.designEffect ?? null,
      effectiveN: weighted && formatCount(Number(weighted.effectiveN)),
    },
    response,
  );
  return (
    <Card title={weighting.title}>
      <div className="stack">
        <p>{sentence}</p>
        {weighted === null && <p className="muted">{weighting.none}</p>}
        {weighted && <WeightingStats results={results} weighted={weighted} />}
        {weighted && <WeightingTable questionnaire={results.questionnaire} cell={cell} weighted={weighted} />}
      </div>
      {weighted && <p className="figure-notes">{weighting.note}</p>}
      <FigureNotes detailMinGroup={results.detailMinGroup} intervals={false} differences={false} />
    </Card>
  );
}

function WeightingStats({ results, weighted }: { readonly results: Results; readonly weighted: WeightedMeans }) {
  const { weighting, response } = useMessages(statisticsMessages);
  const { people } = useMessages(resultMessages);
  const collapsed = collapsedTexts(results.attributes, weighted.collapsed, response.separator);
  return (
    <>
      <dl className="stats">
        <Stat label={weighting.designEffect} value={weighted.designEffect} note={weighting.designEffectNote} />
        <Stat label={weighting.effective} value={formatCount(Number(weighted.effectiveN))} unit={people} />
        <Stat
          label={weighting.margins}
          value={
            <span className="stat__words">
              {marginLabels(results.attributes, weighted.margins).join(response.separator)}
            </span>
          }
        />
      </dl>
      {(collapsed.length > 0 || !weighted.converged) && (
        <ul className="muted">
          {!weighted.converged && <li>{weighting.notConverged}</li>}
          {collapsed.map(({ margin, values }) => (
            <li key={margin + values}>{weighting.collapsed(margin, values)}</li>
          ))}
        </ul>
      )}
    </>
  );
}
