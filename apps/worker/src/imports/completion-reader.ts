import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import {
  CourseCompletionRepository,
  ImportFileRepository,
  RosterRepository,
  TrainingRepository,
  type FileImportEntity,
} from '#database';
import { parseCompletions, suggestCompletionMapping, type ParsedCompletions } from '#roster';
import { dateInJapan, type Programme } from '#survey-model';
import { openTable, type Table } from '#tabular';
import type { EntityManager } from 'typeorm';
import { CLOCK } from '../tokens.js';
import { completionDifference } from './completion-difference.js';
import { completionReport, differenceCounts, type WholeDifference } from './completion-report.js';
import { courseCompletionDifference } from './course-completion-difference.js';
import { requireFile, type ImportReader, type OpenedImport } from './opened-import.js';

/** Reads lists of who completed which programme or course (修了者一覧). */
@Injectable()
export class CompletionReader implements ImportReader {
  constructor(
    private readonly files: ImportFileRepository,
    private readonly roster: RosterRepository,
    private readonly training: TrainingRepository,
    private readonly courseCompletions: CourseCompletionRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async open(upload: FileImportEntity): Promise<OpenedImport> {
    const table = countingRows(await openTable(requireFile(upload), { fileName: upload.fileName }));
    const remembered = (await this.files.findMapping('completions')) ?? {};
    const mapping = upload.mapping ?? suggestCompletionMapping(table.headers, remembered).mapping;
    const programmes = await this.training.loadProgrammes();
    const courses = await this.courseCompletions.loadCourses();
    const people = await this.roster.loadNames();
    const knownStaff = new Set(people.keys());
    const today = dateInJapan(this.clock());
    const parsed = await parseCompletions(table, { mapping, programmes, courses, today, knownStaff });
    const names = { people, programmes: nameByKey(programmes), courses: nameByKey(courses) };
    return {
      mapping: parsed.mapping,
      validRows: parsed.validRows,
      errorCount: parsed.errorCount,
      report: async () => completionReport(table, parsed, await this.difference(parsed, programmes), names),
      apply: async (manager) => this.apply(manager, await this.difference(parsed, programmes, manager), upload.id),
    };
  }

  private async difference(
    { rows, courseRows }: ParsedCompletions,
    programmes: readonly Programme[],
    manager?: EntityManager,
  ): Promise<WholeDifference> {
    const incoming = rows.map(({ completion }) => completion);
    const ofCourses = courseRows.map(({ completion }) => completion);
    return {
      programmes: completionDifference(await this.training.loadCompletions(manager, 'import'), incoming, programmes),
      courses: courseCompletionDifference(await this.courseCompletions.load(manager), ofCourses),
    };
  }

  private async apply(
    manager: EntityManager,
    difference: WholeDifference,
    importId: string,
  ): Promise<Record<string, number>> {
    const { programmes, courses } = difference;
    const update = {
      added: [...programmes.added, ...programmes.changed.map(({ after }) => after)],
      removed: programmes.changed.flatMap(({ before }) => before),
    };
    await this.training.applyCompletions(manager, update, importId);
    const completions = [...courses.added, ...courses.changed.map(({ after }) => after)];
    await this.courseCompletions.saveImported(manager, completions, { sourceId: importId, at: this.clock() });
    return differenceCounts(difference);
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

function nameByKey(named: readonly { readonly key: string; readonly name: string }[]): Map<string, string> {
  return new Map(named.map(({ key, name }) => [key, name]));
}
