import { useEffect } from 'react';
import { Card } from '../../../components/card.js';
import { JobProgress } from '../../../components/job-progress.js';
import { useJob } from '../../../components/use-job.js';
import { useMessages } from '../../../language/language.js';
import { trainingMessages } from '../../../messages/training.js';

interface RecomputeProgressProps {
  readonly jobId: string;
  readonly onDone: () => void;
}

export function RecomputeProgress({ jobId, onDone }: RecomputeProgressProps) {
  const messages = useMessages(trainingMessages);
  const job = useJob(jobId);
  const done = job?.state === 'done';
  useEffect(() => {
    if (done) onDone();
  }, [done, onDone]);
  return (
    <Card>
      <JobProgress title={messages.recomputing} job={job} />
    </Card>
  );
}
