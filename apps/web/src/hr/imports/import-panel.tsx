import type { ImportKind } from '../../api-client/imports.js';
import { Card } from '../../components/card.js';
import { JobProgress } from '../../components/job-progress.js';
import { Notice } from '../../components/notice.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useMessages } from '../../language/language.js';
import { importMessages } from '../../messages/import.js';
import { ImportReview } from './import-review.js';
import { RecentImports } from './recent-imports.js';
import { UploadField } from './upload-field.js';
import { useFileImport } from './use-file-import.js';

interface ImportPanelProps {
  readonly kind: ImportKind;
  /** Stable: called once rows have been taken. */
  readonly onApplied: () => void;
}

/** Upload, dry run, correction of the columns, and taking the rows: for the roster, successions and completions alike. */
export function ImportPanel({ kind, onApplied }: ImportPanelProps) {
  const messages = useMessages(importMessages);
  const flow = useFileImport(kind, onApplied);
  const { current, job } = flow;
  const problem = flow.upload.problem ?? flow.check.problem ?? flow.apply.problem ?? flow.select.problem;
  return (
    <Card title={messages.title[kind]}>
      <p>{messages.lead[kind]}</p>
      <UploadField kind={kind} upload={flow.upload} />
      {problem && <ProblemNotice problem={problem} />}
      {current && (
        <div className="import-current" aria-live="polite">
          <h3>{messages.file(current.fileName)}</h3>
          {(flow.working || job?.state === 'failed') && <JobProgress title={messages.work} job={job} />}
          {current.state === 'failed' && job?.state !== 'failed' && <Notice kind="error" title={messages.unreadable} />}
          {!flow.working && current.report && <ImportReview upload={current} report={current.report} flow={flow} />}
        </div>
      )}
      {!current && <RecentImports kind={kind} onSelect={(id) => void flow.select.run(id)} />}
    </Card>
  );
}
