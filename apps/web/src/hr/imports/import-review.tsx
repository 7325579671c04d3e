import type { FileImport, ImportReport } from '../../api-client/types.js';
import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { useMessages } from '../../language/language.js';
import { importMessages } from '../../messages/import.js';
import { ApplyBar } from './apply-bar.js';
import { ChangeLists } from './change-lists.js';
import { ErrorTable } from './error-table.js';
import { ImportCounts } from './import-counts.js';
import { MappingEditor } from './mapping-editor.js';
import type { FileImportFlow } from './use-file-import.js';

interface ImportReviewProps {
  readonly upload: FileImport;
  readonly report: ImportReport;
  readonly flow: FileImportFlow;
}

/** What the dry run found: counts, errors, the columns it read, and who would change. Nothing is taken before the button. */
export function ImportReview({ upload, report, flow }: ImportReviewProps) {
  const messages = useMessages(importMessages);
  const applied = upload.state === 'applied';
  return (
    <div className="stack">
      {applied && <Notice kind="success" title={messages.applied} live />}
      <ImportCounts report={report} applied={applied} />
      {report.errorCount > 0 && <ErrorTable importId={upload.id} report={report} />}
      {!applied && (
        <MappingEditor
          key={JSON.stringify(report.mapping)}
          kind={upload.kind}
          report={report}
          check={flow.check}
          initiallyOpen={report.validRows === 0}
        />
      )}
      <ChangeLists kind={upload.kind} report={report} />
      {applied ? (
        <Button kind="secondary" onClick={flow.close}>
          {messages.another}
        </Button>
      ) : (
        <ApplyBar report={report} apply={flow.apply} onCancel={flow.close} />
      )}
    </div>
  );
}
