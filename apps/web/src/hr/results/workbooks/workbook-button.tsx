import { useState } from 'react';
import { jobFileUrl } from '../../../api-client/jobs.js';
import { buildWorkbooks } from '../../../api-client/results.js';
import { Button } from '../../../components/button.js';
import { Dialog } from '../../../components/dialog.js';
import { JobProgress } from '../../../components/job-progress.js';
import { ProblemNotice } from '../../../components/problem-notice.js';
import { useAction } from '../../../components/use-action.js';
import { useJob } from '../../../components/use-job.js';
import { useMessages } from '../../../language/language.js';
import { resultMessages } from '../../../messages/result.js';
import { shellMessages } from '../../../messages/shell.js';

interface WorkbookButtonProps {
  readonly surveyId: string;
  /** Left out: all departments in one zip. */
  readonly departmentCode?: string;
  readonly label: string;
}

/** Has workbooks built, shows how far it is, and then the file to download. */
export function WorkbookButton({ surveyId, departmentCode, label }: WorkbookButtonProps) {
  const messages = useMessages(resultMessages);
  const { close } = useMessages(shellMessages);
  const [jobId, setJobId] = useState<string | null>(null);
  const job = useJob(jobId);
  const build = useAction(async () => setJobId((await buildWorkbooks(surveyId, departmentCode)).id));
  return (
    <>
      <Button kind="secondary" busy={build.busy} onClick={() => void build.run()}>
        {label}
      </Button>
      {(jobId !== null || build.problem) && (
        <Dialog
          title={label}
          onClose={() => {
            setJobId(null);
            build.clear();
          }}
        >
          {build.problem && <ProblemNotice problem={build.problem} />}
          {jobId !== null && job?.state !== 'done' && <JobProgress title={messages.building} job={job} />}
          {job?.state === 'done' && (
            <p role="status">
              <a className="button button--primary" href={jobFileUrl(job.id)} download={job.fileName ?? ''}>
                {messages.download(job.fileName ?? '')}
              </a>
            </p>
          )}
          <div className="dialog__actions">
            <Button
              kind="secondary"
              onClick={() => {
                setJobId(null);
                build.clear();
              }}
            >
              {close}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
