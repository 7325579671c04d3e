import { japaneseDate, type Attendance } from '#survey-model';
import type { Look } from './cell-style.js';
import { buildList, type ListOptions } from './list-page.js';
import { sessionTime, type SessionFacts } from './pdf/attendance-sheet.js';

export interface CompletionListReport extends ListOptions {
  readonly course: string;
  readonly session: SessionFacts;
  /** Those with a seat. */
  readonly people: readonly CompletionLine[];
}

export interface CompletionLine {
  readonly staffNumber: string;
  readonly name: string;
  readonly department: string;
  /** null: not recorded yet. */
  readonly attendance: Attendance | null;
  /** 0 to 100, or null without one. */
  readonly mark: number | null;
  /** null: not settled yet. */
  readonly completed: boolean | null;
  /** "YYYY-MM-DD" of the completion, or null without one. */
  readonly completedOn: string | null;
}

const ATTENDANCE = { attended: '出席', absent: '欠席' } as const;
const OPEN = '未記録';

/** 出席・修了者一覧 of one session: who came, with what mark, and who completed it when. */
export function buildCompletionList(report: CompletionListReport): Promise<Buffer> {
  const { course, session, people, organisation, date } = report;
  const attended = people.filter(({ attendance }) => attendance === 'attended').length;
  const completed = people.filter((person) => person.completed).length;
  const centre: Look = { align: 'center' };
  return buildList(
    { organisation, date },
    {
      orientation: 'landscape',
      title: '出席・修了者一覧',
      subtitle: `${course} ${sessionTime(session)} ${session.room}(受講者${people.length}人、出席${attended}人、修了${completed}人)`,
      columns: [
        { heading: '職員番号', width: 14, look: { format: 'literal' } },
        { heading: '氏名', width: 24, look: {} },
        { heading: '所属', width: 44, look: {} },
        { heading: '出欠', width: 10, look: centre },
        { heading: '点数', width: 9, look: { format: 'count' } },
        { heading: '修了', width: 10, look: centre },
        { heading: '修了日', width: 20, look: {} },
      ],
      rows: people.map((person) => [
        ...[person.staffNumber, person.name, person.department],
        person.attendance ? ATTENDANCE[person.attendance] : OPEN,
        person.mark ?? '',
        person.completed === null ? OPEN : person.completed ? '修了' : '未修了',
        person.completedOn ? japaneseDate(person.completedOn) : '',
      ]),
    },
  );
}
