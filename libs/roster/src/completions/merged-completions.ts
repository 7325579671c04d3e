import type { Completion, LineError } from '#survey-model';
import type { RowCells } from '../columns/row-cells.js';
import type { CompletionField, CompletionMapping } from './completion-columns.js';
import type { MarkedCourseCompletion, ParsedCompletions } from './parse-completions.js';
import type { ReadCompletion } from './read-completion.js';

interface Entry {
  readonly line: number;
  mark: number | null;
  readonly read: ReadCompletion;
}

/** Right lines, each person, subject and day once. */
export class MergedCompletions {
  private readonly entries = new Map<string, Entry>();
  private readonly notes: LineError[] = [];
  private validRows = 0;

  constructor(private readonly mapping: CompletionMapping) {}

  /** Two lines of one person, course and day may not have two marks; a mark counts where only one of them has it. */
  add(read: ReadCompletion, cells: RowCells<CompletionField>): void {
    const { staffNumber, completedOn, courseKey, programmeKey, mark } = read;
    const subject = courseKey === null ? `programme ${programmeKey}` : `course ${courseKey}`;
    const key = JSON.stringify([staffNumber, completedOn, subject]);
    const earlier = this.entries.get(key);
    if (earlier && earlier.mark !== null && mark !== null && earlier.mark !== mark) {
      cells.fail(
        'mark',
        `${earlier.line} 行目では同じ人・講座・日の点数が ${earlier.mark} です。`,
        `Line ${earlier.line} has the mark ${earlier.mark} for the same person, course and day.`,
      );
      return;
    }
    this.validRows += 1;
    if (read.markDropped) this.notes.push(markDropped(cells.line, this.mapping.mark ?? ''));
    if (!earlier) this.entries.set(key, { line: cells.line, mark, read });
    else {
      earlier.mark ??= mark;
      this.notes.push(repeated(cells.line, earlier.line, this.mapping.staffNumber ?? ''));
    }
  }

  rows(): Pick<ParsedCompletions, 'rows' | 'courseRows' | 'validRows' | 'notes'> {
    const rows: { line: number; completion: Completion }[] = [];
    const courseRows: { line: number; completion: MarkedCourseCompletion }[] = [];
    for (const { line, mark, read } of this.entries.values()) {
      const { staffNumber, programmeKey, courseKey, completedOn } = read;
      if (courseKey === null) rows.push({ line, completion: { staffNumber, programmeKey, completedOn } });
      else courseRows.push({ line, completion: { staffNumber, courseKey, completedOn, mark } });
    }
    return { rows, courseRows, validRows: this.validRows, notes: this.notes };
  }
}

function repeated(line: number, earlier: number, column: string): LineError {
  return {
    line,
    column,
    ja: `${earlier} 行目と同じ内容です。一度だけ数えます。`,
    en: `The same as line ${earlier}; counted once.`,
  };
}

function markDropped(line: number, column: string): LineError {
  return {
    line,
    column,
    ja: '講座の書かれていない行なので、点数は取り込みません。',
    en: 'The line names no course, so the mark is left out.',
  };
}
