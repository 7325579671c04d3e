import { useCallback } from 'react';
import { listParkedStatements, listStatementSources } from '../../../api-client/learning-records.js';
import { useLoad } from '../../../components/use-load.js';
import { useMessages } from '../../../language/language.js';
import { trainingRecordMessages } from '../../../messages/training-record.js';
import { ImportPanel } from '../../imports/import-panel.js';
import { TrainingHead } from '../training-head.js';
import { ParkedCard } from './parked-card.js';
import { SourcesCard } from './sources-card.js';

/** Where completions come from beside the sessions: files, and learning systems that report them. */
export function RecordsPage() {
  const messages = useMessages(trainingRecordMessages);
  const sources = useLoad(listStatementSources);
  const parked = useLoad(listParkedStatements);
  const { reload: reloadSources } = sources;
  const { reload: reloadParked } = parked;
  const changed = useCallback(() => {
    reloadSources();
    reloadParked();
  }, [reloadSources, reloadParked]);
  return (
    <>
      <TrainingHead tab="records" title={messages.title} lead={messages.lead} />
      <ImportPanel kind="completions" onApplied={changed} />
      <ParkedCard parked={parked} onChanged={changed} />
      <SourcesCard sources={sources} />
    </>
  );
}
