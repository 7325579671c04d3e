import { Injectable } from '@nestjs/common';
import type { ImportReport, PersonChange } from '#contract';
import { ImportFileRepository, SuccessionRepository, type DepartmentEver, type FileImportEntity } from '#database';
import { parseSuccessions, suggestSuccessionMapping, type ParsedSuccessions } from '#roster';
import { openTable, type Table } from '#tabular';
import { LISTED_PEOPLE, requireFile, type ImportReader, type OpenedImport } from './opened-import.js';
import { successionDifference, type ChangedSuccession, type SuccessionDifference } from './succession-difference.js';

/** Reads lists of which department took over which (組織の引継ぎ). */
@Injectable()
export class SuccessionReader implements ImportReader {
  constructor(
    private readonly files: ImportFileRepository,
    private readonly successions: SuccessionRepository,
  ) {}

  async open(upload: FileImportEntity): Promise<OpenedImport> {
    const table = await openTable(requireFile(upload), { fileName: upload.fileName });
    const remembered = (await this.files.findMapping('successions')) ?? {};
    const mapping = upload.mapping ?? suggestSuccessionMapping(table.headers, remembered).mapping;
    const departments = await this.successions.loadDepartments();
    const known = await this.successions.load();
    const parsed = await parseSuccessions(table, {
      mapping,
      everCodes: new Set(departments.map(({ code }) => code)),
      currentCodes: new Set(departments.filter(({ current }) => current).map(({ code }) => code)),
      known,
    });
    const incoming = parsed.rows.map(({ succession }) => succession);
    return {
      mapping: parsed.mapping,
      validRows: validRows(parsed),
      errorCount: parsed.errorCount,
      report: () => Promise.resolve(report(table, parsed, successionDifference(known, incoming), departments)),
      apply: async (manager) => {
        const { added, changed, same } = successionDifference(await this.successions.load(manager), incoming);
        await this.successions.replace(manager, incoming);
        return { added: added.length, changed: changed.length, same: same.length };
      },
    };
  }
}

/** All or nothing: a split of which one line is left out would be a wrong succession, not a shorter list. */
function validRows({ rows, errorCount }: ParsedSuccessions): number {
  return errorCount > 0 ? 0 : rows.length;
}

function report(
  table: Pick<Table, 'encoding' | 'headers'>,
  parsed: ParsedSuccessions,
  { added, changed, same }: SuccessionDifference,
  departments: readonly DepartmentEver[],
): ImportReport {
  const names = new Map(departments.map(({ code, name }) => [code, name]));
  const listed = (codes: readonly string[]): string =>
    codes.map((code) => `${code} ${names.get(code) ?? ''}`.trim()).join('、');
  const entry = ({ oldCode, before, after }: ChangedSuccession): PersonChange => ({
    staffNumber: oldCode,
    name: names.get(oldCode) ?? '',
    changes: [{ field: 'newCode', before: listed(before), after: listed(after) }],
  });
  return {
    rows: parsed.rowCount,
    validRows: validRows(parsed),
    encoding: table.encoding,
    mapping: { ...parsed.mapping },
    headers: [...table.headers],
    counts: { added: added.length, changed: changed.length, same: same.length },
    added: added.slice(0, LISTED_PEOPLE).map(entry),
    changed: changed.slice(0, LISTED_PEOPLE).map(entry),
    moved: [],
    left: [],
    errors: [...parsed.errors],
    errorCount: parsed.errorCount,
  };
}
