import { describe, expect, it } from '@jest/globals';
import type { NoticeForSending, NoticeSeat } from '#database';
import { NOTICE_KINDS, type NoticeKind } from '#survey-model';
import fc from 'fast-check';
import { noticeInvitation } from './notice-calendar.js';
import { oneLine, ownLines, sessionTime } from './notice-lines.js';
import { isMailAddress } from './notice-mail.js';
import { noticeText } from './notice-text.js';
import { isOutdated } from './notice-validity.js';

const URL = 'https://nobinobi.city.example.jp';
const NOW = new Date('2026-11-20T00:00:00Z');

const SEAT: NoticeSeat = {
  place: 'seated',
  approval: 'not-needed',
  completed: null,
  position: null,
  staffName: '佐藤 花子',
  departmentName: '市民課',
  courseName: 'データ分析入門',
  startsAt: new Date('2026-11-25T13:30:00+09:00'),
  endsAt: new Date('2026-11-25T16:30:00+09:00'),
  room: '本庁舎3階 301会議室',
  note: '職員証を持参',
  sessionState: 'scheduled',
  revision: 1,
};

function notice(kind: NoticeKind, seat: Partial<NoticeSeat> | null = {}, more: Partial<NoticeForSending> = {}) {
  const made: NoticeForSending = {
    id: '11111111-1111-4111-8111-111111111111',
    kind,
    staffNumber: '100001',
    enrolmentId: seat && '22222222-2222-4222-8222-222222222222',
    subject: '',
    body: '',
    state: 'waiting',
    createdAt: NOW,
    organisation: '若葉市',
    person: { name: '山田 太郎', email: 'yamada@city.example.jp', serves: true },
    subjectName: null,
    seat: seat && { ...SEAT, ...seat },
    ...more,
  };
  return made;
}

const text = (kind: NoticeKind, seat: Partial<NoticeSeat> | null = {}, more: Partial<NoticeForSending> = {}) =>
  noticeText(notice(kind, seat, more), URL);

describe('the text of a notice', () => {
  it('greets, says what, when and where, links, and signs', () => {
    expect(text('seated')).toEqual({
      subject: '【研修】受講が決まりました: データ分析入門',
      body: `山田 太郎 様

次の研修の受講が決まりました。

  講座: データ分析入門
  日時: 令和8年11月25日(水) 13:30〜16:30
  会場: 本庁舎3階 301会議室
  備考: 職員証を持参

受講できなくなったときは、早めに次のページで取り消してください。待っている人が受講できます。

研修のページ: https://nobinobi.city.example.jp/training

--
若葉市 のびのび
このメールは自動で送っています。
`,
    });
  });

  it('says what else is needed: approval, a seat', () => {
    expect(text('seated', { approval: 'pending' }).body).toContain('所属長が承認すると、受講が決まります');
    expect(text('waiting', { place: 'waiting', position: 3 }).body).toContain('キャンセル待ちの3番目');
    expect(text('moved-up', { approval: 'pending' }).body).toContain('所属長の承認も必要');
    expect(text('nominated', { place: 'waiting', position: 2 }).body).toContain('キャンセル待ちの2番目');
    expect(text('approved', { approval: 'approved' }).body).toContain('所属長が、次の研修の受講を承認しました');
  });

  it('gives the reason where there is one', () => {
    expect(text('declined', {}, { body: '議会の期間のため' }).body).toContain('理由: 議会の期間のため');
    expect(text('declined').body).not.toContain('理由');
    expect(text('session-cancelled', {}, { body: '台風のため' }).body).toContain('理由: 台風のため');
  });

  it('asks the head by the name of who applied, and leads to the page where to decide', () => {
    const { subject, body } = text('approval-asked', { approval: 'pending' });
    expect(subject).not.toContain('佐藤');
    expect(body).toContain('市民課 佐藤 花子 さんから');
    expect(body).toContain(`${URL}/training/approvals`);
  });

  it('of a completion leads to the certificates, of a course, a programme or neither', () => {
    expect(text('completed', { completed: true }).body).toContain(`${URL}/training/certificates`);
    expect(text('completed', null, { subjectName: 'DX推進員' }).subject).toBe('【研修】修了しました: DX推進員');
    expect(text('completed', null).body).toContain('「研修」を修了しました');
  });

  it("of a letter is HR's own", () => {
    const letter = text('letter', null, { subject: 'DX推進員のご案内', body: '一行目\r\n二行目' });
    expect(letter.subject).toBe('【研修】DX推進員のご案内');
    expect(letter.body).toContain('山田 太郎 様\n\n一行目\n二行目\n\n研修のページ');
    expect(text('letter', null, { subject: '【人事課】ご案内', body: 'x' }).subject).toBe('【人事課】ご案内');
  });

  it.each(NOTICE_KINDS)('of the kind %s keeps its subject on one line whatever the names hold', (kind) => {
    const hostile = fc.string({ unit: fc.constantFrom(...'漢a:=?\r\n\t\u0000\u0085\u2028 <>"'), maxLength: 200 });
    fc.assert(
      fc.property(hostile, (name) => {
        const person = { name, email: 'a@b.jp', serves: true };
        const made = text(kind, { courseName: name, staffName: name, room: name }, { person, subject: name });
        expect(made.subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect([...made.subject].length).toBeLessThanOrEqual(120);
        expect(made.body).not.toMatch(/[^\P{Cc}\n]/u);
        expect(made.body).toContain(`${oneLine(name)} 様`);
      }),
      { numRuns: 50 },
    );
  });
});

describe('times and lines', () => {
  it('are those of Japan, over midnight and over the end of an era', () => {
    const time = (from: string, to: string): string => sessionTime(new Date(from), new Date(to));
    expect(time('2026-11-25T04:30:00Z', '2026-11-25T07:30:00Z')).toBe('令和8年11月25日(水) 13:30〜16:30');
    expect(time('2026-11-24T23:00:00Z', '2026-11-26T08:00:00Z')).toBe(
      '令和8年11月25日(水) 08:00〜令和8年11月26日(木) 17:00',
    );
    expect(time('2019-04-30T00:00:00+09:00', '2019-04-30T23:59:00+09:00')).toBe('平成31年4月30日(火) 00:00〜23:59');
    expect(time('2019-05-01T09:00:00+09:00', '2019-05-01T10:00:00+09:00')).toBe('令和元年5月1日(水) 09:00〜10:00');
  });

  it('lose control characters and direction marks', () => {
    expect(oneLine(' 山田\r\nBcc: x@y.jp\u202e ')).toBe('山田 Bcc: x@y.jp');
    expect(ownLines('a\u0000\r\nb\u0007 \r\n\r\nc\u2028d')).toBe('a\nb\n\nc\nd');
  });
});

describe('an address', () => {
  it.each(['yamada@city.example.jp', "o'brien+x@host"])('%s is one', (address) => {
    expect(isMailAddress(address)).toBe(true);
  });
  it.each([
    '',
    'a@b.jp, c@d.jp',
    'a@b.jp\r\nBcc: c@d.jp',
    'x <a@b.jp>',
    '"a"@b.jp',
    'a b@c.jp',
    `${'a'.repeat(250)}@b.jp`,
  ])('%j is none', (address) => {
    expect(isMailAddress(address)).toBe(false);
  });
});

describe('a notice is outdated', () => {
  const outdated = (kind: NoticeKind, seat: Partial<NoticeSeat> | null, more: Partial<NoticeForSending> = {}) =>
    isOutdated(notice(kind, seat, more), NOW);

  it.each<[NoticeKind, Partial<NoticeSeat>]>([
    ['seated', { place: 'cancelled' }],
    ['waiting', { place: 'seated' }],
    ['moved-up', { place: 'cancelled' }],
    ['nominated', { place: 'cancelled' }],
    ['approved', { place: 'seated', approval: 'pending' }],
    ['declined', { approval: 'pending' }],
    ['cancelled', { place: 'seated' }],
    ['session-changed', { place: 'cancelled' }],
    ['session-cancelled', { sessionState: 'scheduled' }],
    ['approval-asked', { approval: 'approved' }],
    ['seated', { sessionState: 'cancelled' }],
    ['seated', { startsAt: NOW }],
    ['completed', { completed: false }],
  ])('%s when the seat is %j', (kind, seat) => {
    expect(outdated(kind, seat)).toBe(true);
  });

  it.each<[NoticeKind, Partial<NoticeSeat> | null]>([
    ['seated', {}],
    ['waiting', { place: 'waiting' }],
    ['nominated', { place: 'waiting' }],
    ['approved', { approval: 'approved' }],
    ['declined', { place: 'cancelled', approval: 'declined' }],
    ['cancelled', { place: 'cancelled' }],
    ['cancelled', { place: 'cancelled', sessionState: 'cancelled' }],
    ['session-cancelled', { sessionState: 'cancelled' }],
    ['approval-asked', { approval: 'pending' }],
    ['completed', { completed: true, startsAt: NOW }],
    ['completed', null],
    ['letter', null],
  ])('and %s is not when the seat is %j', (kind, seat) => {
    expect(outdated(kind, seat)).toBe(false);
  });

  it('when a reminder is of an earlier revision, and when the person has left', () => {
    expect(outdated('reminder', { revision: 2 }, { subject: '1' })).toBe(true);
    expect(outdated('reminder', { revision: 2 }, { subject: '2' })).toBe(false);
    expect(outdated('letter', null, { person: { name: 'x', email: 'a@b.jp', serves: false } })).toBe(true);
    expect(outdated('letter', null, { person: null })).toBe(true);
  });
});

describe('the calendar entry', () => {
  const organiser = { name: '人事課', address: 'kenshu@city.example.jp' };
  const attendee = { name: '山田 太郎', address: 'yamada@city.example.jp' };
  const entry = (kind: NoticeKind, seat: Partial<NoticeSeat> | null = {}) =>
    noticeInvitation(notice(kind, seat), { organiser, attendee, publicUrl: URL, now: NOW });

  it('comes with a seat, tentative until the head has decided, and goes with it', () => {
    for (const kind of ['seated', 'moved-up', 'nominated', 'approved', 'session-changed', 'reminder'] as const)
      expect(entry(kind)).toMatchObject({ state: 'confirmed', revision: 1, startsAt: SEAT.startsAt });
    expect(entry('seated', { approval: 'pending' })).toMatchObject({ state: 'tentative' });
    for (const kind of ['declined', 'cancelled', 'session-cancelled'] as const)
      expect(entry(kind, { place: 'cancelled' })).toMatchObject({ state: 'cancelled' });
  });

  it('does not come to those who wait, decide, have completed or get a letter', () => {
    expect(entry('waiting', { place: 'waiting' })).toBeNull();
    expect(entry('nominated', { place: 'waiting' })).toBeNull();
    expect(entry('approval-asked')).toBeNull();
    expect(entry('completed', { completed: true })).toBeNull();
    expect(entry('letter', null)).toBeNull();
  });
});
