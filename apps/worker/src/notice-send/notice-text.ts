import type { NoticeForSending, NoticeSeat } from '#database';
import type { NoticeKind } from '#survey-model';
import { oneLine, ownLines, sessionLines } from './notice-lines.js';

/** Pages that mails lead to, below the public URL. */
export const PAGES = {
  training: '/training',
  certificates: '/training/certificates',
  approvals: '/training/approvals',
};

export interface NoticeText {
  /** One line. */
  readonly subject: string;
  /** Plain text, lines ending in LF. */
  readonly body: string;
}

interface Passage {
  readonly title: string;
  readonly lead: string;
  /** After the session's lines. */
  readonly after?: string;
  readonly page?: keyof typeof PAGES;
}

const SUBJECT_LENGTH = 120;

/**
 * What a notice says, in Japanese and plain text, from what is true now.
 * @param publicUrl address of the pages, without a slash at the end
 */
export function noticeText(notice: NoticeForSending, publicUrl: string): NoticeText {
  const { title, lead, after, page = 'training' } = passageOf(notice);
  const { person, seat, organisation } = notice;
  const paragraphs = [
    `${oneLine(person?.name ?? '')} 様`,
    lead,
    seat && sessionLines(seat),
    after,
    `研修のページ: ${publicUrl}${PAGES[page]}`,
    `--\n${organisation ? `${oneLine(organisation)} ` : ''}のびのび\nこのメールは自動で送っています。`,
  ];
  return { subject: subjectOf(title), body: `${paragraphs.filter(Boolean).join('\n\n')}\n` };
}

function subjectOf(title: string): string {
  const line = oneLine(title);
  const marked = line.startsWith('【') ? line : `【研修】${line}`;
  const characters = [...marked];
  return characters.length <= SUBJECT_LENGTH ? marked : `${characters.slice(0, SUBJECT_LENGTH - 1).join('')}…`;
}

function passageOf(notice: NoticeForSending): Passage {
  const { kind, seat, subject, subjectName, body } = notice;
  if (kind === 'letter') return { title: subject, lead: ownLines(body) };
  if (kind === 'completed') return completed(oneLine(seat?.courseName ?? subjectName ?? '研修'));
  if (!seat) throw new Error(`a notice of the kind ${kind} has no enrolment`);
  return PASSAGES[kind]({ ...seat, courseName: oneLine(seat.courseName) }, reasonLine(body));
}

function completed(name: string): Passage {
  return {
    title: `修了しました: ${name}`,
    lead: `「${name}」を修了しました。おつかれさまでした。\n修了証は、次のページから受け取れます。`,
    page: 'certificates',
  };
}

type SeatKind = Exclude<NoticeKind, 'letter' | 'completed'>;

const PASSAGES: Readonly<Record<SeatKind, (seat: NoticeSeat, reason: string | undefined) => Passage>> = {
  seated: (seat) =>
    seat.approval === 'pending'
      ? {
          title: `申込みを受け付けました: ${seat.courseName}`,
          lead: '次の研修の申込みを受け付け、席を取りました。所属長が承認すると、受講が決まります。',
        }
      : { title: `受講が決まりました: ${seat.courseName}`, lead: '次の研修の受講が決まりました。', after: ABSENCE },
  waiting: (seat) => ({
    title: `キャンセル待ちです: ${seat.courseName}`,
    lead: `次の研修は満席のため、${line(seat)}です。席が空くと、順番に繰り上げてメールでお知らせします。`,
    ...pendingAfter(seat),
  }),
  'moved-up': (seat) => ({
    title: `席が空きました: ${seat.courseName}`,
    lead: '次の研修の席が空き、キャンセル待ちから繰り上がりました。',
    ...(seat.approval === 'pending' ? pendingAfter(seat) : { after: ABSENCE }),
  }),
  nominated: (seat) => ({
    title: `受講者に指名されました: ${seat.courseName}`,
    lead: '次の研修の受講者に指名されました。',
    after: seat.place === 'waiting' ? `今は満席のため、${line(seat)}です。` : ABSENCE,
  }),
  approved: (seat) => ({
    title: `承認されました: ${seat.courseName}`,
    lead: '所属長が、次の研修の受講を承認しました。',
    after: seat.place === 'waiting' ? `今は満席のため、${line(seat)}です。` : ABSENCE,
  }),
  declined: (seat, reason) => ({
    title: `承認されませんでした: ${seat.courseName}`,
    lead: '所属長が、次の研修の受講を承認しませんでした。',
    ...(reason && { after: reason }),
  }),
  cancelled: (seat, reason) => ({
    title: `受講を取り消しました: ${seat.courseName}`,
    lead: '次の研修の受講(申込み)は、取り消されました。',
    ...(reason && { after: reason }),
  }),
  'session-changed': (seat) => ({
    title: `日時や会場などが変わりました: ${seat.courseName}`,
    lead: '研修の内容が、次のとおり変わりました。',
    ...(seat.place === 'waiting' ? { after: `今は${line(seat)}です。` } : { after: ABSENCE }),
  }),
  'session-cancelled': (seat, reason) => ({
    title: `中止になりました: ${seat.courseName}`,
    lead: '次の研修は、中止になりました。',
    ...(reason && { after: reason }),
  }),
  reminder: (seat) => ({
    title: `まもなく研修です: ${seat.courseName}`,
    lead: '次の研修の日が近づきました。',
    ...(seat.approval === 'pending' ? pendingAfter(seat) : { after: ABSENCE }),
  }),
  'approval-asked': (seat) => ({
    title: `承認をお願いします: ${seat.courseName}`,
    lead: `${[seat.departmentName, seat.staffName]
      .map((part) => oneLine(part ?? ''))
      .join(' ')
      .trim()} さんから、次の研修の申込みがありました。承認するかどうかを、次のページで決めてください。`,
    page: 'approvals',
  }),
};

const ABSENCE = '受講できなくなったときは、早めに次のページで取り消してください。待っている人が受講できます。';

function line({ position }: NoticeSeat): string {
  return `キャンセル待ち${position === null ? '' : `の${position}番目`}`;
}

function pendingAfter({ approval }: NoticeSeat): { readonly after?: string } {
  return approval === 'pending' ? { after: '受講には、所属長の承認も必要です。今は承認を待っています。' } : {};
}

function reasonLine(body: string): string | undefined {
  return body.trim() ? `理由: ${ownLines(body)}` : undefined;
}
