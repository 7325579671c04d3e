import { importErrorsUrl } from '../../api-client/imports.js';
import type { ImportReport } from '../../api-client/types.js';
import { Notice } from '../../components/notice.js';
import { TableFrame } from '../../components/table-frame.js';
import { formatCount } from '../../language/format-date.js';
import { useLanguage, useMessages } from '../../language/language.js';
import { importMessages } from '../../messages/import.js';

interface ErrorTableProps {
  readonly importId: string;
  readonly report: ImportReport;
}

/** On the page; the file has all that are listed. */
const SHOWN = 50;

export function ErrorTable({ importId, report }: ErrorTableProps) {
  const messages = useMessages(importMessages);
  const { language } = useLanguage();
  return (
    <section className="stack" aria-label={messages.errors}>
      <Notice kind="error" title={messages.errorsTitle(formatCount(report.errorCount))}>
        <p>
          <a href={importErrorsUrl(importId)} download>
            {messages.errorsCsv}
          </a>
        </p>
      </Notice>
      <TableFrame caption={messages.errorsCaption(Math.min(SHOWN, report.errors.length), report.errors.length)}>
        <thead>
          <tr>
            <th scope="col" className="number">
              {messages.line}
            </th>
            <th scope="col">{messages.column}</th>
            <th scope="col">{messages.reason}</th>
          </tr>
        </thead>
        <tbody>
          {report.errors.slice(0, SHOWN).map((error, index) => (
            <tr key={index}>
              <td className="number">{error.line}</td>
              <td>{error.column}</td>
              <td>{error[language]}</td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </section>
  );
}
