import { useState } from 'react';
import { jobFileUrl } from '../api-client/jobs.js';
import type { Job } from '../api-client/types.js';
import { Button, type ButtonKind } from '../components/button.js';
import { Dialog } from '../components/dialog.js';
import { JobProgress } from '../components/job-progress.js';
import { ProblemNotice } from '../components/problem-notice.js';
import { useAction } from '../components/use-action.js';
import { useJob } from '../components/use-job.js';
import { useMessages } from '../language/language.js';
import { shellMessages } from '../messages/shell.js';
import { trainingPlaceMessages } from '../messages/training-place.js';

interface JobFileButtonProps {
  readonly label: string;
  /** Of several such buttons, what this one is for; only read out. */
  readonly of?: string;
  readonly kind?: ButtonKind;
  /** Starts the job whose file is wanted. */
  readonly build: () => Promise<Job>;
}

/** Has a file made, shows how far it is, and then the file to download. */
export function JobFileButton({ label, of, kind = 'secondary', build }: JobFileButtonProps) {
  const messages = useMessages(trainingPlaceMessages);
  const { close } = useMessages(shellMessages);
  const [jobId, setJobId] = useState<string | null>(null);
  const job = useJob(jobId);
  const start = useAction(async () => setJobId((await build()).id));
  const leave = (): void => {
    setJobId(null);
    start.clear();
  };
  return (
    <>
      <Button kind={kind} busy={start.busy} onClick={() => void start.run()}>
        {label}
        {of && <span className="visually-hidden">{of}</span>}
      </Button>
      {(jobId !== null || start.problem) && (
        <Dialog title={of ? `${label} ${of}` : label} onClose={leave}>
          {start.problem && <ProblemNotice problem={start.problem} />}
          {jobId !== null && job?.state !== 'done' && <JobProgress title={messages.building} job={job} />}
          {job?.state === 'done' && (
            <p role="status">
              <a className="button button--primary" href={jobFileUrl(job.id)} download={job.fileName ?? ''}>
                {messages.download(job.fileName ?? '')}
              </a>
            </p>
          )}
          <div className="dialog__actions">
            <Button kind="secondary" onClick={leave}>
              {close}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
