import type { ImportReport } from '../../api-client/types.js';
import { Stat } from '../../components/stat.js';
import { formatCount } from '../../language/format-date.js';
import { useMessages } from '../../language/language.js';
import { importMessages } from '../../messages/import.js';

const ORDER = ['added', 'changed', 'moved', 'left', 'unclear', 'same'] as const;

interface ImportCountsProps {
  readonly report: ImportReport;
  readonly applied: boolean;
}

export function ImportCounts({ report, applied }: ImportCountsProps) {
  const messages = useMessages(importMessages);
  return (
    <>
      <p className="muted">
        {messages.read(formatCount(report.rows), formatCount(report.validRows), report.encoding)}
        {!applied && ` ${messages.dryRun}`}
      </p>
      <dl className="stats import-counts">
        {ORDER.filter((kind) => kind in report.counts).map((kind) => (
          <Stat key={kind} label={messages.counts[kind]} value={formatCount(report.counts[kind] ?? 0)} />
        ))}
        <Stat label={messages.errors} value={formatCount(report.errorCount)} />
      </dl>
    </>
  );
}
