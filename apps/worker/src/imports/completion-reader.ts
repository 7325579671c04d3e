import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import type { ImportReport, PersonChange } from '#contract';
import { ImportFileRepository, RosterRepository, TrainingRepository, type FileImportEntity } from '#database';
import { parseCompletions, suggestCompletionMapping, type ParsedCompletions } from '#roster';
import { dateInJapan, type Completion, type Programme } from '#survey-model';
import { openTable, type Table } from '#tabular';
import type { EntityManager } from 'typeorm';
import { CLOCK } from '../tokens.js';
import { completionDifference, type CompletionDifference } from './completion-difference.js';
import { LISTED_PEOPLE, requireFile, type ImportReader, type OpenedImport } from './opened-import.js';

/** Reads lists of who completed which programme (修了者一覧). */
@Injectable()
export class CompletionReader implements ImportReader {
  constructor(
    private readonly files: ImportFileRepository,
    private readonly roster: RosterRepository,
    private readonly training: TrainingRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async open(upload: FileImportEntity): Promise<OpenedImport> {
    const table = countingRows(await openTable(requireFile(upload), { fileName: upload.fileName }));
    const remembered = (await this.files.findMapping('completions')) ?? {};
    const mapping = upload.mapping ?? suggestCompletionMapping(table.headers, remembered).mapping;
    const programmes = await this.training.loadProgrammes();
    const names = await this.roster.loadNames();
    const today = dateInJapan(this.clock());
    const parsed = await parseCompletions(table, { mapping, programmes, today, knownStaff: new Set(names.keys()) });
    const difference = async (manager?: EntityManager): Promise<CompletionDifference> => {
      const incoming = parsed.rows.map(({ completion }) => completion);
      return completionDifference(await this.training.loadCompletions(manager, 'import'), incoming, programmes);
    };
    return {
      mapping: parsed.mapping,
      validRows: validRows(parsed),
      errorCount: parsed.errorCount,
      report: async () => completionReport(table, parsed, await difference(), { names, programmes }),
      apply: async (manager) => this.apply(manager, await difference(manager), upload.id),
    };
  }

  private async apply(
    manager: EntityManager,
    difference: CompletionDifference,
    importId: string,
  ): Promise<Record<string, number>> {
    const { added, changed, same } = difference;
    const update = {
      added: [...added, ...changed.map(({ after }) => after)],
      removed: changed.flatMap(({ before }) => before),
    };
    await this.training.applyCompletions(manager, update, importId);
    return { added: added.length, changed: changed.length, same: same.length };
  }
}

interface CountingTable extends Table {
  readonly rowCount: () => number;
}

/** The table with a count of the rows that have been read. */
function countingRows(table: Table): CountingTable {
  let count = 0;
  async function* rows(): AsyncGenerator<Table['rows'] extends AsyncIterable<infer Row> ? Row : never> {
    count = 0;
    for await (const row of table.rows) {
      count += 1;
      yield row;
    }
  }
  return { ...table, rows: { [Symbol.asyncIterator]: rows }, rowCount: () => count };
}

/** A line that repeats another is right, and counted once. */
function validRows({ rows, notes }: ParsedCompletions): number {
  return rows.length + notes.length;
}

function completionReport(
  table: CountingTable,
  parsed: ParsedCompletions,
  { added, changed, same }: CompletionDifference,
  { names, programmes }: { readonly names: ReadonlyMap<string, string>; readonly programmes: readonly Programme[] },
): ImportReport {
  const programmeNames = new Map(programmes.map(({ key, name }) => [key, name]));
  const entry = (after: Completion, before: string): PersonChange => ({
    staffNumber: after.staffNumber,
    name: names.get(after.staffNumber) ?? '',
    changes: [
      { field: programmeNames.get(after.programmeKey) ?? after.programmeKey, before, after: after.completedOn },
    ],
  });
  return {
    rows: table.rowCount(),
    validRows: validRows(parsed),
    encoding: table.encoding,
    mapping: { ...parsed.mapping },
    headers: [...table.headers],
    counts: { added: added.length, changed: changed.length, same: same.length },
    added: added.slice(0, LISTED_PEOPLE).map((after) => entry(after, '')),
    changed: changed
      .slice(0, LISTED_PEOPLE)
      .map(({ before, after }) => entry(after, before.map(({ completedOn }) => completedOn).join(', '))),
    moved: [],
    left: [],
    errors: [...parsed.errors],
    errorCount: parsed.errorCount,
  };
}
