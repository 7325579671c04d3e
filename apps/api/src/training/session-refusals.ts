import type { Applicant, Occupation } from '#database';
import { DomainError, japaneseDate, type SessionState } from '#survey-model';
import { sessionTime } from './session-time.js';

export const SESSION_STATE_LABEL: Readonly<Record<SessionState, string>> = {
  scheduled: '予定',
  cancelled: '中止',
  closed: '確定済み',
};

export function sessionUnknown(): DomainError {
  return new DomainError(
    'not-found',
    'session-unknown',
    'この開催回は見つかりません。研修の一覧から選び直してください。',
    'There is no such session. Choose it from the list again.',
  );
}

export function sessionNotScheduled(state: SessionState): DomainError {
  return new DomainError(
    'conflict',
    `session-${state}`,
    `この開催回は「${SESSION_STATE_LABEL[state]}」のため、この操作はできません。画面を読み込み直してください。`,
    `This session is ${state}, so that this cannot be done. Reload the page.`,
  );
}

export function sessionStarted({ startsAt }: { readonly startsAt: Date }): DomainError {
  return new DomainError(
    'conflict',
    'session-started',
    `この開催回はすでに始まっています(${sessionTime({ startsAt, endsAt: startsAt }).split('〜')[0]})。出席した人・しなかった人は出欠の画面で記録してください。`,
    `This session began at ${startsAt.toISOString()}. Record who came on the attendance page.`,
  );
}

export function sessionNotStarted({ startsAt }: { readonly startsAt: Date }): DomainError {
  return new DomainError(
    'conflict',
    'session-not-started',
    `出欠は開始(${sessionTime({ startsAt, endsAt: startsAt }).split('〜')[0]})の後に記録できます。`,
    `Attendance can be recorded after the beginning, ${startsAt.toISOString()}.`,
  );
}

export function sessionNotOver(lastDay: string): DomainError {
  return new DomainError(
    'conflict',
    'session-not-over',
    `修了は最終日(${japaneseDate(lastDay)})から確定できます。それまでは確定せずに保存してください。`,
    `Completion can be settled from the last day on, ${lastDay}. Save without closing until then.`,
    { field: 'close' },
  );
}

export function sessionTimesWrong(): DomainError {
  return new DomainError(
    'invalid',
    'session-times',
    '終了日時は開始日時より後にしてください。',
    'The session must end after it begins.',
    { field: 'endsAt' },
  );
}

export function sessionPast(): DomainError {
  return new DomainError(
    'invalid',
    'session-past',
    '開始日時が過ぎています。これからの日時を入力してください。すでに終わった研修の修了は、修了記録の取り込みで登録できます。',
    'The beginning has passed. Enter a time to come; completions of past training are imported.',
    { field: 'startsAt' },
  );
}

export function applyUntilLate(startDay: string): DomainError {
  return new DomainError(
    'invalid',
    'apply-until-late',
    `申込期限は開始日(${japaneseDate(startDay)})までの日にしてください。`,
    `The last day for applying must not come after the first day, ${startDay}.`,
    { field: 'applyUntil' },
  );
}

export function courseWithdrawn(): DomainError {
  return new DomainError(
    'conflict',
    'course-withdrawn',
    'この講座は廃止されたため、新しい開催回も申込みも受け付けられません。続けるときは、人事担当が講座の廃止を取り消してください。',
    'This course is withdrawn and takes neither sessions nor applications. HR can take the withdrawal back.',
    { field: 'courseKey' },
  );
}

export function courseFixed(): DomainError {
  return new DomainError(
    'conflict',
    'course-fixed',
    '開催回の講座は変更できません。この回を中止し、正しい講座で新しい回を登録してください。',
    'The course of a session cannot be changed. Cancel this session and register one of the right course.',
    { field: 'courseKey' },
  );
}

export function roomTaken(room: string, taken: Occupation): DomainError {
  return new DomainError(
    'conflict',
    'room-taken',
    `会場「${room}」は「${taken.course}」(${sessionTime(taken)})で使用します。別の会場か日時にしてください。`,
    `The room "${room}" is taken by "${taken.course}" from ${taken.startsAt.toISOString()} to ${taken.endsAt.toISOString()}. Choose another room or time.`,
    { field: 'room' },
  );
}

export function capacityTooLow(capacity: number, seated: number): DomainError {
  return new DomainError(
    'conflict',
    'capacity-too-low',
    `定員を${capacity}人にできません。すでに${seated}人に席があります。${seated}人以上にするか、先に席を取り消してください。`,
    `${seated} people have seats, so that the capacity cannot be ${capacity}. Set ${seated} or more, or cancel seats first.`,
    { field: 'capacity' },
  );
}

/** So many names stand in the message itself. */
const NAMED = 5;

export function moveClashes(people: readonly Applicant[]): DomainError {
  const names = people.slice(0, NAMED).map(({ name }) => name);
  const others = people.length > NAMED ? `、ほか${people.length - NAMED}人` : '';
  return new DomainError(
    'conflict',
    'session-clash',
    `この日時では、ほかの研修と時間が重なる人がいます: ${names.join('、')}${others}。別の日時にするか、先にどちらかの申込みを取り消してください。`,
    `At that time ${people.length} people are enrolled in another session: ${names.join(', ')}. Choose another time, or cancel one of the two first.`,
    { field: 'startsAt' },
    people.flatMap(({ staffNumber, name, clash }, index) =>
      clash === null
        ? []
        : [
            {
              line: index + 1,
              column: '氏名',
              ja: `${name}(${staffNumber}): 「${clash.course}」(${sessionTime(clash)})`,
              en: `${name} (${staffNumber}): "${clash.course}" from ${clash.startsAt.toISOString()} to ${clash.endsAt.toISOString()}`,
            },
          ],
    ),
  );
}
