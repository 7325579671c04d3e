import { useEffect } from 'react';
import { Card } from '../../components/card.js';
import { JobProgress } from '../../components/job-progress.js';
import { useJob } from '../../components/use-job.js';
import { useMessages } from '../../language/language.js';
import { surveyMessages } from '../../messages/survey.js';

interface TallyProgressProps {
  readonly jobId: string | null;
  /** The custodians are asked for their shares: nothing goes on, unless the last attempt failed. */
  readonly awaitingKey: boolean;
  readonly onDone: () => void;
}

const RELOAD_MS = 3000;

/** The tally as it goes on, live. It does not need this page to stay open. */
export function TallyProgress({ jobId, awaitingKey, onDone }: TallyProgressProps) {
  const messages = useMessages(surveyMessages);
  const job = useJob(jobId);
  const state = job?.state;
  useEffect(() => {
    if (state === 'failed' && !awaitingKey) return undefined;
    // Without a job yet, and after it is done, the survey itself changes a moment later.
    if (jobId !== null && state !== 'done') return undefined;
    onDone();
    const timer = setInterval(onDone, RELOAD_MS);
    return () => clearInterval(timer);
  }, [jobId, state, awaitingKey, onDone]);
  if (awaitingKey && state !== 'failed') return null;
  return (
    <Card title={messages.tallyTitle}>
      <p className="muted">{messages.tallyLead}</p>
      <JobProgress title={messages.tallyJob} job={job} />
    </Card>
  );
}
