import type { Job } from '../api-client/types.js';
import { useMessages } from '../language/language.js';
import { shellMessages } from '../messages/shell.js';
import { Notice } from './notice.js';
import { ProgressBar } from './progress-bar.js';

interface JobProgressProps {
  readonly title: string;
  /** null until the server first said something about it. */
  readonly job: Job | null;
}

/** A long piece of work as it goes on, live. */
export function JobProgress({ title, job }: JobProgressProps) {
  const messages = useMessages(shellMessages);
  if (job?.state === 'failed') {
    return (
      <Notice kind="error" title={messages.jobFailed(title)}>
        {job.failure && <p>{job.failure}</p>}
      </Notice>
    );
  }
  const steps = job && job.totalSteps > 0 ? `${job.doneSteps} / ${job.totalSteps}` : '';
  return (
    <div className="job">
      <div className="job__head">
        <strong>{title}</strong>
        <span>{steps}</span>
      </div>
      <ProgressBar label={title} value={job?.doneSteps ?? 0} max={job?.totalSteps ?? 1} />
      <p className="job__step" role="status">
        {job === null || job.state === 'pending' ? messages.jobWaiting : job.step}
      </p>
    </div>
  );
}
