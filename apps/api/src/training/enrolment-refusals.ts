import type { Occupation } from '#database';
import { DomainError, fiscalYearLabel, japaneseDate } from '#survey-model';
import { sessionTime } from './session-time.js';

export function enrolmentUnknown(): DomainError {
  return new DomainError(
    'not-found',
    'enrolment-unknown',
    'この申込みは見つかりません。一覧を読み込み直してください。',
    'There is no such enrolment. Reload the list.',
  );
}

export function enrolmentNotYours(): DomainError {
  return new DomainError(
    'forbidden',
    'enrolment-not-yours',
    '自分の申込みと、自分の所属(配下を含む)の職員の申込みだけを扱えます。それ以外は人事担当へ連絡してください。',
    'Only your own enrolments and those of your own unit are yours to handle. Ask HR about others.',
  );
}

export function ownApplication(): DomainError {
  return new DomainError(
    'forbidden',
    'own-application',
    '自分の申込みの可否を自分で決めることはできません。上位の所属長か、ほかの人事担当に頼んでください。',
    'Nobody decides on their own application. Ask the head above, or somebody else of HR.',
  );
}

export function enrolmentCancelled(): DomainError {
  return new DomainError(
    'conflict',
    'enrolment-cancelled',
    'この申込みはすでに取り消されています。必要なときは、もう一度申し込んでください。',
    'This enrolment has been cancelled already. Apply again if it is wanted.',
  );
}

export function seatMissing(): DomainError {
  return new DomainError(
    'conflict',
    'seat-missing',
    '席がないため、カレンダーに入れる予定はありません。席が決まってから、もう一度お試しください。',
    'There is no seat, and so nothing for a calendar. Try again once there is one.',
  );
}

export function nothingToDecide(): DomainError {
  return new DomainError(
    'conflict',
    'decision-made',
    'この申込みはすでに決裁されているか、承認の必要がありません。やめるときは取り消してください。',
    'This application has been decided already, or needs no approval. Cancel it to take it back.',
  );
}

export function personMissing(): DomainError {
  return new DomainError(
    'forbidden',
    'person-missing',
    'このアカウントは名簿の職員に結び付いていないため、申し込めません。職員番号でサインインしてください。',
    'This account belongs to nobody on the roster. Sign in with a staff number to apply.',
  );
}

export function notServing(staffNumber: string): DomainError {
  return new DomainError(
    'conflict',
    'staff-not-serving',
    `職員番号 ${staffNumber} の在籍者はいません。番号を確かめてください。`,
    `Nobody with the staff number ${staffNumber} serves now. Check the number.`,
  );
}

export function notOwnUnit(staffNumber: string): DomainError {
  return new DomainError(
    'forbidden',
    'staff-not-in-unit',
    `職員番号 ${staffNumber} の職員は自分の所属(配下を含む)にいません。人事担当へ連絡してください。`,
    `Nobody with the staff number ${staffNumber} serves in your unit. Ask HR.`,
  );
}

export function ownNomination(): DomainError {
  return new DomainError(
    'forbidden',
    'own-nomination',
    '自分を推薦することはできません。自分は申込みから申し込んでください。',
    'Nobody nominates themselves. Apply instead.',
  );
}

export function applicationsClosed(applyUntil: string): DomainError {
  return new DomainError(
    'conflict',
    'applications-closed',
    `申込みは${japaneseDate(applyUntil)}で締め切りました。参加したいときは人事担当へ連絡してください。`,
    `Applications were taken until ${applyUntil}. Ask HR.`,
  );
}

export function alreadyEnrolled(place: 'seated' | 'waiting'): DomainError {
  return new DomainError(
    'conflict',
    'already-enrolled',
    `すでにこの開催回に申し込んでいます(${place === 'seated' ? '席があります' : 'キャンセル待ちです'})。`,
    `Enrolled in this session already (${place}).`,
  );
}

export function sessionClash(clash: Occupation): DomainError {
  return new DomainError(
    'conflict',
    'session-clash',
    `同じ時間に「${clash.course}」(${sessionTime(clash)})の申込みがあります。どちらかを取り消してください。`,
    `There is an enrolment in "${clash.course}" from ${clash.startsAt.toISOString()} to ${clash.endsAt.toISOString()}. Cancel one of the two.`,
  );
}

export function courseCompleted(fiscalYear: number): DomainError {
  return new DomainError(
    'conflict',
    'course-completed',
    `${fiscalYearLabel(fiscalYear)}にこの講座を修了しています。別の講座か、次の年度の回を選んでください。`,
    `This course was completed in fiscal year ${fiscalYear}. Choose another course, or a session of the next year.`,
  );
}
