import type { ReactNode } from 'react';
import type { MyTraining } from '../../api-client/training-people.js';
import { EmptyState } from '../../components/empty-state.js';
import { LoadView } from '../../components/load-view.js';
import type { Loaded } from '../../components/use-load.js';
import { useMessages } from '../../language/language.js';
import { myTrainingMessages } from '../../messages/my-training.js';

interface MyTrainingViewProps {
  readonly loaded: Loaded<MyTraining>;
  readonly children: (mine: MyTraining) => ReactNode;
}

/** What the reader has to do with training; plain words for accounts of nobody on the roster, as the first of HR is. */
export function MyTrainingView({ loaded, children }: MyTrainingViewProps) {
  const messages = useMessages(myTrainingMessages);
  if (loaded.problem?.code === 'person-missing')
    return (
      <EmptyState title={messages.notOnRoster}>
        <p>{messages.notOnRosterLead}</p>
      </EmptyState>
    );
  return <LoadView loaded={loaded}>{children}</LoadView>;
}
