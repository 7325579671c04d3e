import { getTrainingPlan } from '../../../api-client/training.js';
import { EmptyState } from '../../../components/empty-state.js';
import { LoadView } from '../../../components/load-view.js';
import { useLoad } from '../../../components/use-load.js';
import { useMessages } from '../../../language/language.js';
import { trainingForecastMessages } from '../../../messages/training-forecast.js';
import { trainingMessages } from '../../../messages/training.js';
import { ProgrammeChoice } from '../programme-choice.js';
import { TrainingHead } from '../training-head.js';
import { useAddress } from '../use-address.js';
import { EngagementCard } from './engagement-card.js';
import { ProgrammeForecast } from './programme-forecast.js';

/** How likely the targets are, and how training goes with engagement: estimates and associations, and called so. */
export function ForecastPage() {
  const messages = useMessages(trainingForecastMessages);
  const { noProgrammes } = useMessages(trainingMessages);
  const address = useAddress();
  const loaded = useLoad(getTrainingPlan);
  return (
    <>
      <TrainingHead tab="forecast" title={messages.title} lead={messages.lead} />
      <LoadView loaded={loaded}>
        {({ programmes }) => {
          const chosen = programmes.find(({ key }) => key === address.get('programme')) ?? programmes[0];
          if (!chosen) return <EmptyState title={noProgrammes} />;
          return (
            <>
              <ProgrammeChoice
                programmes={programmes}
                current={chosen.key}
                onChange={(programme) => address.set({ programme })}
              />
              <ProgrammeForecast key={chosen.key} programme={chosen} />
              <EngagementCard programmeKey={chosen.key} programmeName={chosen.name} />
            </>
          );
        }}
      </LoadView>
    </>
  );
}
