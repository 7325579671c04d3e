import { useCallback } from 'react';
import { listDepartments } from '../../../api-client/people.js';
import { getProgress, getTrainingPlan } from '../../../api-client/training.js';
import { EmptyState } from '../../../components/empty-state.js';
import { LoadView } from '../../../components/load-view.js';
import { useLoad } from '../../../components/use-load.js';
import { useMessages } from '../../../language/language.js';
import { trainingPeopleMessages } from '../../../messages/training-people.js';
import { trainingMessages } from '../../../messages/training.js';
import { ProgrammeChoice } from '../programme-choice.js';
import { TrainingHead } from '../training-head.js';
import { useAddress } from '../use-address.js';
import { CandidateCard } from './candidate-card.js';
import { CandidateFilter } from './candidate-filter-form.js';

/** Who is due next, and what is done about it: nominations and letters. */
export function PeoplePage() {
  const messages = useMessages(trainingPeopleMessages);
  const { noProgrammes } = useMessages(trainingMessages);
  const address = useAddress();
  const plan = useLoad(getTrainingPlan);
  const departments = useLoad(listDepartments);
  const programmes = plan.data?.programmes ?? [];
  const chosen = programmes.find(({ key }) => key === address.get('programme')) ?? programmes[0];
  const key = chosen?.key;
  const positions = useLoad(
    useCallback(async () => (key === undefined ? [] : (await getProgress(key)).positions), [key]),
  );
  return (
    <>
      <TrainingHead tab="people" title={messages.title} lead={messages.lead} />
      <LoadView loaded={plan}>
        {() =>
          chosen === undefined ? (
            <EmptyState title={noProgrammes} />
          ) : (
            <>
              <ProgrammeChoice
                programmes={programmes}
                current={chosen.key}
                onChange={(programme) => address.set({ programme, audience: '', offset: '' })}
              />
              <CandidateFilter
                key={chosen.key}
                departments={departments.data ?? []}
                positions={(positions.data ?? []).filter((position) => position.key !== '')}
                audiences={chosen.audiences.map(({ name }) => name)}
              />
              <CandidateCard programme={chosen} />
            </>
          )
        }
      </LoadView>
    </>
  );
}
