import { useCallback } from 'react';
import { getForecast } from '../../../api-client/training.js';
import type { Programme } from '../../../api-client/types.js';
import { Card } from '../../../components/card.js';
import { EmptyState } from '../../../components/empty-state.js';
import { LoadView } from '../../../components/load-view.js';
import { useLoad } from '../../../components/use-load.js';
import { useMessages } from '../../../language/language.js';
import { trainingForecastMessages } from '../../../messages/training-forecast.js';
import { trainingMessages } from '../../../messages/training.js';
import { LinkTabs } from '../link-tabs.js';
import { useAddress } from '../use-address.js';
import { FanCard } from './fan-card.js';
import { ForecastBasis } from './forecast-basis.js';
import { ProbabilityTable } from './probability-table.js';
import { SeatsNeeded } from './seats-needed.js';

/** One programme's forecast: probabilities of both scenarios, then one of them in detail, then what all of it rests on. */
export function ProgrammeForecast({ programme }: { readonly programme: Programme }) {
  const messages = useMessages(trainingForecastMessages);
  const { notComputed } = useMessages(trainingMessages);
  const address = useAddress();
  const { key, name } = programme;
  const loaded = useLoad(useCallback(() => getForecast(key), [key]));
  return (
    <LoadView loaded={loaded} skeletonLines={8}>
      {(forecast) => {
        const shown =
          forecast.scenarios.find(({ scenario }) => scenario === address.get('scenario')) ?? forecast.scenarios[0];
        if (!shown) return <EmptyState title={notComputed} />;
        return (
          <>
            <Card title={messages.probabilityTitle(name)} className="forecast-first">
              <p className="lead-in">{messages.estimate}</p>
              <ProbabilityTable name={name} scenarios={forecast.scenarios} asOf={forecast.asOf} />
            </Card>
            <Card title={messages.rangeTitle(name)}>
              <LinkTabs
                label={messages.scenarioLabel}
                current={shown.scenario}
                within
                tabs={forecast.scenarios.map(({ scenario }) => ({
                  key: scenario,
                  label: messages.scenario[scenario],
                  to: address.to({ scenario }),
                }))}
              />
              <SeatsNeeded scenario={shown} />
              <FanCard name={name} scenario={shown} />
            </Card>
            <ForecastBasis forecast={forecast} />
          </>
        );
      }}
    </LoadView>
  );
}
