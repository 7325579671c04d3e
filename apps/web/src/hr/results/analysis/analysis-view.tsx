import { EmptyState } from '../../../components/empty-state.js';
import { useMessages } from '../../../language/language.js';
import { statisticsMessages } from '../../../messages/statistics.js';
import type { ResultScope } from '../result-scope.js';
import { DriversCard } from './drivers-card.js';
import { ReliabilityCard } from './reliability-card.js';
import { WeightingCard } from './weighting-card.js';

/** What statistics say of everybody: correction for non-response, reliability, associations. */
export function AnalysisView({ results, cells }: ResultScope) {
  const messages = useMessages(statisticsMessages);
  const { whole } = results;
  if (whole === null || cells.whole === null) return <EmptyState title={messages.noAnalysis} />;
  return (
    <>
      <WeightingCard results={results} cell={cells.whole} weighted={whole.weighted} />
      <ReliabilityCard results={results} whole={whole} />
      {whole.drivers.map((drivers) => (
        <DriversCard key={drivers.outcome} questionnaire={results.questionnaire} drivers={drivers} />
      ))}
    </>
  );
}
