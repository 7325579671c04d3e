import type { ImportReport, PersonChange } from '#contract';
import type { ParsedCompletions } from '#roster';
import type { Completion } from '#survey-model';
import type { Table } from '#tabular';
import type { CompletionDifference } from './completion-difference.js';
import type { CourseCompletionDifference } from './course-completion-difference.js';
import { LISTED_PEOPLE } from './opened-import.js';

/** What a list of completions changes, of programmes and of courses. */
export interface WholeDifference {
  readonly programmes: CompletionDifference;
  readonly courses: CourseCompletionDifference;
}

export interface ReportNames {
  /** Staff number -> name. */
  readonly people: ReadonlyMap<string, string>;
  /** Key -> name. */
  readonly programmes: ReadonlyMap<string, string>;
  readonly courses: ReadonlyMap<string, string>;
}

export function differenceCounts({
  programmes,
  courses,
}: WholeDifference): Record<'added' | 'changed' | 'same', number> {
  return {
    added: programmes.added.length + courses.added.length,
    changed: programmes.changed.length + courses.changed.length,
    same: programmes.same.length + courses.same.length,
  };
}

export function completionReport(
  table: Pick<Table, 'encoding' | 'headers'> & { readonly rowCount: () => number },
  parsed: ParsedCompletions,
  difference: WholeDifference,
  names: ReportNames,
): ImportReport {
  return {
    rows: table.rowCount(),
    validRows: parsed.validRows,
    encoding: table.encoding,
    mapping: { ...parsed.mapping },
    headers: [...table.headers],
    counts: differenceCounts(difference),
    added: addedEntries(difference, names).slice(0, LISTED_PEOPLE),
    changed: changedEntries(difference, names).slice(0, LISTED_PEOPLE),
    moved: [],
    left: [],
    errors: [...parsed.errors],
    errorCount: parsed.errorCount,
  };
}

function addedEntries({ programmes, courses }: WholeDifference, names: ReportNames): PersonChange[] {
  return [
    ...programmes.added.map((after) => programmeEntry(after, '', names)),
    ...courses.added.map(({ staffNumber, courseKey, completedOn, mark }) => {
      const field = names.courses.get(courseKey) ?? courseKey;
      const day = { field, before: '', after: completedOn };
      const points = { field: '点数', before: '', after: String(mark) };
      return personChange(staffNumber, mark === null ? [day] : [day, points], names);
    }),
  ];
}

function changedEntries({ programmes, courses }: WholeDifference, names: ReportNames): PersonChange[] {
  return [
    ...programmes.changed.map(({ before, after }) =>
      programmeEntry(after, before.map(({ completedOn }) => completedOn).join(', '), names),
    ),
    ...courses.changed.map(({ before, after: { staffNumber, courseKey, completedOn, mark } }) => {
      const field = `${names.courses.get(courseKey) ?? courseKey} ${completedOn} 点数`;
      return personChange(staffNumber, [{ field, before: String(before.mark ?? ''), after: String(mark) }], names);
    }),
  ];
}

function programmeEntry(after: Completion, before: string, names: ReportNames): PersonChange {
  const field = names.programmes.get(after.programmeKey) ?? after.programmeKey;
  return personChange(after.staffNumber, [{ field, before, after: after.completedOn }], names);
}

function personChange(staffNumber: string, changes: PersonChange['changes'], { people }: ReportNames): PersonChange {
  return { staffNumber, name: people.get(staffNumber) ?? '', changes };
}
