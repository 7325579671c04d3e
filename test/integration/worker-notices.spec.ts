import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import type { MailConfig } from '#config';
import { insertNotices, mainDataSourceOptions, NoticeRepository, type ListedNotice, type NewNotice } from '#database';
import { freePort } from '#embedded';
import { DataSource } from 'typeorm';
import { createOfficeWorker } from '../../apps/worker/src/create-worker.js';
import { seedCourse, seedEnrolment, seedSession } from '../factories/course.factory.js';
import { startDatabases, type TestDatabases } from '../factories/databases.factory.js';
import { LOCALHOST_CERTIFICATE } from '../factories/localhost-certificate.js';
import { mailConfig, startSmtp, type ReceivedMail, type TestSmtp } from '../factories/smtp.factory.js';
import { SILENT, TestValkey } from '../factories/worker-queue.factory.js';

const NOW = new Date('2026-11-20T00:00:00Z');
const STAFF = 210;

let databases: TestDatabases;
let valkey: TestValkey;
let smtp: TestSmtp;
let worker: INestApplication | undefined;
/** As its owner, and as the api sees it. */
let main: DataSource;
let api: DataSource;
let notices: NoticeRepository;

/** Stops the office worker and starts it with this mail server, or none. */
async function restart(mail: MailConfig | null): Promise<void> {
  await worker?.close();
  const databaseUrl = databases.mainUrl('nobinobi_office');
  const publicUrl = 'https://nobinobi.city.example.jp';
  const service = { host: '127.0.0.1', port: 0, clock: () => NOW, redisUrl: valkey.url };
  worker = await createOfficeWorker({ ...service, databaseUrl, publicUrl, mail }, SILENT);
  await worker.init();
}

beforeAll(async () => {
  databases = await startDatabases();
  valkey = await TestValkey.start(await freePort());
  smtp = await startSmtp();
  main = await new DataSource(mainDataSourceOptions(databases.mainOwnerUrl)).initialize();
  api = await new DataSource(mainDataSourceOptions(databases.mainUrl('nobinobi_api'))).initialize();
  notices = new NoticeRepository(main);
  const emails = Array.from({ length: STAFF }, (_, index) => (index === 1 ? null : `s${index + 1}@city.example.jp`));
  await seedCourse(main, emails);
  await restart(mailConfig(smtp.port));
}, 300_000);

afterAll(async () => {
  await worker?.close();
  await api?.destroy();
  await main?.destroy();
  await smtp?.stop();
  await valkey?.stop();
  await databases?.stop();
});

afterEach(() => {
  smtp.answer = () => null;
  smtp.mails.length = 0;
});

const letter = (staffNumber: string, subject = 'ご案内'): NewNotice => ({
  kind: 'letter',
  staffNumber,
  enrolmentId: null,
  subject,
  body: '研修にご参加ください。',
});

function write(all: readonly NewNotice[], at = NOW): Promise<string[]> {
  return api.transaction((manager) => insertNotices(manager, all, { createdBy: 'hr', at }));
}

async function stateOf(id: string): Promise<Pick<ListedNotice, 'state' | 'failure'>> {
  const [row] = await main.query<ListedNotice[]>(`SELECT state, failure FROM training.notice WHERE id = $1`, [id]);
  if (!row) throw new Error(`no notice ${id}`);
  return row;
}

async function until(check: () => Promise<boolean>, seconds = 20): Promise<void> {
  for (const end = Date.now() + seconds * 1000; !(await check()); await wait(30))
    if (Date.now() > end) throw new Error(`not so after ${seconds} s`);
}

async function settled(notice: NewNotice, at = NOW): Promise<Pick<ListedNotice, 'state' | 'failure'>> {
  const [id = ''] = await write([notice], at);
  await until(async () => (await stateOf(id)).state !== 'waiting');
  return stateOf(id);
}

const about = (kind: NewNotice['kind'], staffNumber: string, enrolmentId: string): NewNotice => ({
  kind,
  staffNumber,
  enrolmentId,
  subject: '',
  body: '',
});

const calendarOf = (mail: ReceivedMail | undefined) => mail?.parts.find(({ type }) => type === 'text/calendar');

describe('a notice', () => {
  it('arrives as a mail with text and calendar entry', async () => {
    const session = await seedSession(main, '2026-12-25T13:30:00+09:00');
    const enrolment = await seedEnrolment(main, session, 'S1');
    const [id = ''] = await write([about('seated', 'S1', enrolment)]);
    await until(async () => (await stateOf(id)).state === 'sent');
    const [mail] = smtp.mails;
    expect(smtp.mails).toHaveLength(1);
    expect(mail).toMatchObject({
      envelopeTo: ['s1@city.example.jp'],
      subject: '【研修】受講が決まりました: データ分析入門',
    });
    expect(mail?.headers.get('message-id')).toEqual([`<${id}@city.example.jp>`]);
    expect(mail?.headers.get('auto-submitted')).toEqual(['auto-generated']);
    const text = mail?.parts.find(({ type }) => type === 'text/plain')?.text;
    expect(text).toContain('日時: 令和8年12月25日(金) 13:30〜16:30');
    expect(text).toContain('https://nobinobi.city.example.jp/training');
    expect(calendarOf(mail)).toMatchObject({
      parameters: expect.stringMatching(/method=REQUEST/),
      text: expect.stringContaining(`UID:${enrolment}@nobinobi\r\n`),
    });
    expect(calendarOf(mail)?.text).toContain('DTSTART:20261225T043000Z');
    expect(await notices.findOfStaff('S1', 10)).toMatchObject([
      { id, kind: 'seated', course: 'データ分析入門', state: 'sent', sentAt: NOW, failure: null },
    ]);
  });

  it('tells of the place in the line, and calls the calendar entry off', async () => {
    const session = await seedSession(main, '2026-12-26T13:30:00+09:00');
    await seedEnrolment(main, session, 'S3', 'waiting');
    const second = await seedEnrolment(main, session, 'S4', 'waiting');
    const gone = await seedEnrolment(main, session, 'S5', 'cancelled');
    await settled(about('waiting', 'S4', second));
    await settled(about('cancelled', 'S5', gone));
    expect(smtp.mails[0]?.parts[0]?.text).toContain('キャンセル待ちの2番目');
    expect(calendarOf(smtp.mails[0])).toBeUndefined();
    expect(calendarOf(smtp.mails[1])?.text).toContain('METHOD:CANCEL');
  });

  it('that is no longer true is not sent', async () => {
    const session = await seedSession(main, '2026-12-27T13:30:00+09:00');
    const enrolment = await seedEnrolment(main, session, 'S6', 'cancelled');
    expect(await settled(about('seated', 'S6', enrolment))).toEqual({ state: 'outdated', failure: null });
    expect(smtp.mails).toEqual([]);
  });

  it('to somebody without an address says so', async () => {
    expect(await settled(letter('S2'))).toEqual({ state: 'no-address', failure: null });
  });

  it('waits where the server wants to be asked again, and then comes once', async () => {
    let asked = 0;
    smtp.answer = () => ((asked += 1) === 1 ? { code: 451, message: 'greylisted s7@city.example.jp' } : null);
    const [id = ''] = await write([letter('S7')]);
    await until(async () => (await stateOf(id)).failure !== null);
    expect(await stateOf(id)).toEqual({ state: 'waiting', failure: expect.stringMatching(/あとで.*\(451\)/) });
    await until(async () => (await stateOf(id)).state === 'sent');
    expect(asked).toBe(2);
    expect(smtp.mails).toHaveLength(1);
    expect(await stateOf(id)).toEqual({ state: 'sent', failure: null });
  });

  it('is given up after a day of asking again', async () => {
    smtp.answer = () => ({ code: 451, message: 'later' });
    const yesterday = new Date(NOW.getTime() - 86_400_000);
    expect(await settled(letter('S7'), yesterday)).toMatchObject({
      state: 'failed',
      failure: expect.stringContaining('451'),
    });
  });

  it('that the server refuses for good has failed, without repeating what the server said', async () => {
    smtp.answer = (address) => ({ code: 550, message: `no such mailbox ${address}` });
    const { state, failure } = await settled(letter('S8'));
    expect(state).toBe('failed');
    expect(failure).toMatch(/名簿のメールアドレス.*\(550\)$/);
    expect(failure).not.toContain('s8@');
  });

  it('cannot have headers put into it by a name, a subject or a room', async () => {
    const evil = `山田\r\nBcc: all@example.com\r\nX-Evil: 1 =?utf-8?B?QmNjOiB4?=`;
    await main.query(`UPDATE identity.staff_member SET name = $1 WHERE staff_number = 'S9'`, [evil]);
    const session = await seedSession(main, '2026-12-28T13:30:00+09:00', evil);
    await settled(about('seated', 'S9', await seedEnrolment(main, session, 'S9')));
    await settled(letter('S9', evil));
    await settled({ ...letter('S9'), subject: '=?utf-8?B?QmNjOiB4?=' });
    for (const mail of smtp.mails) {
      expect(mail.envelopeTo).toEqual(['s9@city.example.jp']);
      expect([...mail.headers.keys()].filter((name) => /bcc|^cc$|evil/.test(name))).toEqual([]);
      expect(mail.headers.get('to')).toHaveLength(1);
      expect(calendarOf(mail)?.text ?? '').not.toMatch(/^(Bcc|X-Evil)/m);
    }
    expect(smtp.mails).toHaveLength(3);
    expect(smtp.mails[2]?.subject).toBe('【研修】=?utf-8?B?QmNjOiB4?=');
  });
});

describe('a notice whose job was given up', () => {
  it('does not wait for ever', async () => {
    const at = [NOW, 'test'];
    const rows = await main.query<{ id: string }[]>(
      `WITH notice AS (INSERT INTO training.notice (kind, staff_number, created_at, created_by) VALUES
           ('letter', 'S1', $1, $2), ('letter', 'S1', $1, $2) RETURNING id)
       INSERT INTO jobs.job (name, queue, payload, requested_by, state, retry_at)
       SELECT 'notice.send', 'office', jsonb_build_object('noticeId', id), 'test',
         CASE row_number() OVER () WHEN 1 THEN 'failed' ELSE 'pending' END, now() + interval '1 hour' FROM notice
       RETURNING payload ->> 'noticeId' AS id`,
      at,
    );
    await notices.failAbandoned(main.manager, '送るのをやめました。');
    expect(await Promise.all(rows.map(({ id }) => stateOf(id)))).toEqual([
      { state: 'failed', failure: '送るのをやめました。' },
      { state: 'waiting', failure: null },
    ]);
  });
});

describe('many notices', () => {
  it('go out, each once, over few connections', async () => {
    const before = smtp.connections();
    const people = Array.from({ length: 200 }, (_, index) => `S${index + 10}`);
    expect(await write(people.map((staffNumber) => letter(staffNumber)))).toHaveLength(200);
    await until(async () => smtp.mails.length === 200);
    expect(new Set(smtp.mails.map(({ envelopeTo }) => envelopeTo.join()))).toHaveProperty('size', 200);
    expect(smtp.mails).toHaveLength(200);
    expect(smtp.connections() - before).toBeLessThanOrEqual(6);
  });
});

describe('reminders', () => {
  const remind = (at: Date, lastDay: string): Promise<number> =>
    main.transaction((manager) => notices.writeReminders(manager, at, lastDay, 'timetable'));

  it('come once for each revision of the session, in the three days before it', async () => {
    const soon = await seedSession(main, '2026-11-23T23:30:00+09:00');
    const later = await seedSession(main, '2026-11-24T00:30:00+09:00');
    const begun = await seedSession(main, '2026-11-20T08:00:00+09:00');
    const seat = await seedEnrolment(main, soon, 'S1');
    await seedEnrolment(main, soon, 'S3', 'waiting');
    await seedEnrolment(main, soon, 'S4', 'cancelled');
    for (const session of [later, begun]) await seedEnrolment(main, session, 'S5');
    const reminders = async (): Promise<string[]> =>
      (
        await main.query<{ at: string }[]>(
          `SELECT enrolment_id || ' ' || subject || ' ' || state AS at FROM training.notice WHERE kind = 'reminder' ORDER BY subject`,
        )
      ).map(({ at }) => at);
    await restart(mailConfig(smtp.port));
    await restart(mailConfig(smtp.port));
    await until(async () => (await reminders()).every((each) => each.endsWith('sent')));
    expect(await reminders()).toEqual([`${seat} 0 sent`]);
    expect(smtp.mails).toHaveLength(1);
    expect(smtp.mails[0]?.subject).toBe('【研修】まもなく研修です: データ分析入門');
    expect(await remind(NOW, '2026-11-23')).toBe(0);
    await main.query(`UPDATE training.session SET revision = 1, room = '302会議室' WHERE id = $1`, [soon]);
    expect(await remind(NOW, '2026-11-23')).toBe(1);
    await until(async () => smtp.mails.length === 2);
    expect(calendarOf(smtp.mails[1])?.text).toContain('SEQUENCE:1');
    expect(await remind(NOW, '2026-11-24')).toBe(1);
  });

  it('are written by the hourly look, as the daily standing of the plan is: once however many look', async () => {
    const jobs = await main.query<unknown[]>(`SELECT FROM jobs.job WHERE name = 'training.targets'`);
    expect(jobs).toHaveLength(1);
  });
});

describe('the mail server', () => {
  it('may be missing: notices say so and nothing breaks', async () => {
    await restart(null);
    expect(await settled(letter('S1'))).toEqual({ state: 'no-server', failure: null });
  });

  it('may be away: notices wait and say why, and the server is not asked for every one', async () => {
    await restart(mailConfig(await freePort()));
    const ids = await write([letter('S1'), letter('S3'), letter('S4')]);
    await until(async () => (await Promise.all(ids.map(stateOf))).every(({ failure }) => failure !== null));
    for (const id of ids)
      expect(await stateOf(id)).toEqual({
        state: 'waiting',
        failure: expect.stringMatching(/つながりません.*ECONNREFUSED/),
      });
  });

  it('with a wrong certificate gets nothing, and the notice says why; with its certificate given it does', async () => {
    const trusted = await startSmtp({ tls: true, login: 'mailer:p:ss' });
    const login = { user: 'mailer', password: 'p:ss' };
    const secure = { host: 'localhost', secure: true, login };
    try {
      await restart(mailConfig(trusted.port, secure));
      const [id = ''] = await write([letter('S1')]);
      await until(async () => (await stateOf(id)).failure !== null);
      expect(await stateOf(id)).toEqual({ state: 'waiting', failure: expect.stringContaining('証明書') });
      await restart(
        mailConfig(trusted.port, { ...secure, login: { ...login, password: 'wrong' }, ca: LOCALHOST_CERTIFICATE }),
      );
      const [refused = ''] = await write([letter('S3')]);
      await until(async () => (await stateOf(refused)).failure !== null);
      expect(await stateOf(refused)).toEqual({ state: 'waiting', failure: expect.stringContaining('サインイン') });
      expect(trusted.mails).toEqual([]);
      await restart(mailConfig(trusted.port, { ...secure, ca: LOCALHOST_CERTIFICATE }));
      expect(await settled(letter('S4'))).toEqual({ state: 'sent', failure: null });
      expect(trusted.mails.map(({ envelopeTo }) => envelopeTo[0])).toContain('s4@city.example.jp');
    } finally {
      await restart(null);
      await trusted.stop();
    }
  });
});
