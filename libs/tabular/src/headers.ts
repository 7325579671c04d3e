import { DomainError } from '#survey-model';
import type { TableRow } from './table.js';

/** Names of the header line; blank columns at its end are dropped. @throws DomainError when a name occurs twice. */
export function headersOf(first: TableRow, fileName?: string): string[] {
  const headers = [...first.cells];
  while (headers.at(-1) === '') headers.pop();
  const seen = new Set<string>();
  for (const header of headers) {
    if (header !== '' && seen.has(header)) {
      throw new DomainError(
        'invalid',
        'duplicate-header',
        `見出し「${header}」の列が二つあります。列の名前を変えるか、一方を消してください。`,
        `The header "${header}" occurs twice. Rename or remove one of the columns.`,
        { ...(fileName === undefined ? {} : { file: fileName }), line: first.line, column: header },
      );
    }
    seen.add(header);
  }
  return headers;
}
