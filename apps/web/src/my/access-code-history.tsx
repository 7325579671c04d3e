import type { AccessCodeIssue } from '../api-client/types.js';
import { TableFrame } from '../components/table-frame.js';
import { formatInstant } from '../language/format-date.js';
import { useLanguage, useMessages } from '../language/language.js';
import { myMessages } from '../messages/my.js';

/** Everyone sees each code issued in their name: a code that they did not ask for would show here. */
export function AccessCodeHistory({ issues }: { readonly issues: readonly AccessCodeIssue[] }) {
  const messages = useMessages(myMessages);
  const { language } = useLanguage();
  return (
    <details className="disclosure">
      <summary>{messages.issuesTitle(issues.length)}</summary>
      <p className="muted">{messages.issuesLead}</p>
      <TableFrame caption={messages.issuesCaption} captionHidden>
        <thead>
          <tr>
            <th scope="col">{messages.issuedAt}</th>
            <th scope="col">{messages.issuedBy}</th>
            <th scope="col">{messages.usedAt}</th>
          </tr>
        </thead>
        <tbody>
          {issues.map((issue) => (
            <tr key={issue.issuedAt}>
              <td>{formatInstant(issue.issuedAt, language)}</td>
              <td>{issue.issuedBy}</td>
              <td>{issue.usedAt ? formatInstant(issue.usedAt, language) : messages.unused}</td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </details>
  );
}
