import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildInvitation, methodOf, type Invitation } from './invitation.js';

const INVITATION: Invitation = {
  enrolmentId: '7b0c2d5e-1111-4222-8333-444455556666',
  revision: 2,
  state: 'confirmed',
  title: 'データ分析入門',
  startsAt: new Date('2026-11-25T13:30:00+09:00'),
  endsAt: new Date('2026-11-25T16:30:00+09:00'),
  room: '本庁舎3階, 301会議室; 奥',
  description: '持ち物: 職員証\n筆記用具',
  url: 'https://nobinobi.example.jp/training',
  mail: {
    organiser: { name: '人事課', address: 'kenshu@city.example.jp' },
    attendee: { name: '山田 太郎', address: 'yamada@city.example.jp' },
  },
  stampedAt: new Date('2026-11-20T00:00:00Z'),
};

/** Written from RFC 5545 section 3.1 and 3.3.11 alone: unfolds, splits at the first colon outside quotes, unescapes text. */
function read(file: string): { name: string; parameters: string; value: string }[] {
  expect(file.endsWith('\r\n')).toBe(true);
  for (const line of file.split('\r\n')) {
    expect(line).not.toMatch(/[\r\n]/);
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  }
  const lines = file
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1);
  return lines.map((line) => {
    const match = /^([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^":;,]*))*):(.*)$/.exec(line);
    if (!match) throw new Error(`not a content line: ${line}`);
    return { name: match[1] ?? '', parameters: match[2] ?? '', value: match[3] ?? '' };
  });
}

const text = (value: string): string =>
  value.replaceAll(/\\([nN\\;,])/g, (_, each: string) => (/n/i.test(each) ? '\n' : each));

const values = (file: string, name: string): string[] =>
  read(file)
    .filter((line) => line.name === name)
    .map(({ value }) => value);

describe('a calendar entry', () => {
  const file = buildInvitation(INVITATION);

  it('has what RFC 5545 and 5546 require of a request', () => {
    expect(file.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true);
    expect(values(file, 'METHOD')).toEqual(['REQUEST']);
    expect(values(file, 'UID')).toEqual(['7b0c2d5e-1111-4222-8333-444455556666@nobinobi']);
    expect(values(file, 'SEQUENCE')).toEqual(['2']);
    expect(values(file, 'DTSTAMP')).toEqual(['20261120T000000Z']);
    expect(values(file, 'STATUS')).toEqual(['CONFIRMED']);
    expect(read(file).find(({ name }) => name === 'ORGANIZER')).toMatchObject({
      parameters: ';CN="人事課"',
      value: expect.stringMatching(/^mailto:kenshu@city\.example\.jp$/i),
    });
    expect(read(file).find(({ name }) => name === 'ATTENDEE')).toMatchObject({
      parameters: expect.stringContaining('CN="山田 太郎"'),
      value: expect.stringMatching(/^mailto:yamada@city\.example\.jp$/i),
    });
  });

  it('is at the right instant: half past one in Japan is half past four UTC', () => {
    expect(values(file, 'DTSTART')).toEqual(['20261125T043000Z']);
    expect(values(file, 'DTEND')).toEqual(['20261125T073000Z']);
  });

  it('escapes commas, semicolons and line feeds', () => {
    expect(values(file, 'LOCATION')).toEqual(['本庁舎3階\\, 301会議室\\; 奥']);
    expect(values(file, 'DESCRIPTION')).toContain('持ち物: 職員証\\n筆記用具');
  });

  it('rings a day before', () => {
    expect(values(file, 'TRIGGER')).toEqual([expect.stringMatching(/^-P(1D|T24H|T86400S)$/)]);
    expect(values(file, 'ACTION')).toEqual(['DISPLAY']);
  });

  it('is called off under the same name, without ringing', () => {
    const cancelled = buildInvitation({ ...INVITATION, revision: 3, state: 'cancelled' });
    expect(values(cancelled, 'METHOD')).toEqual(['CANCEL']);
    expect(values(cancelled, 'STATUS')).toEqual(['CANCELLED']);
    expect(values(cancelled, 'UID')).toEqual(values(file, 'UID'));
    expect(values(cancelled, 'SEQUENCE')).toEqual(['3']);
    expect(values(cancelled, 'TRIGGER')).toEqual([]);
  });

  it('is tentative while the head has not decided, and a plain entry in a file from a page', () => {
    expect(values(buildInvitation({ ...INVITATION, state: 'tentative' }), 'STATUS')).toEqual(['TENTATIVE']);
    expect(methodOf({ state: 'cancelled', mail: null })).toBe('PUBLISH');
    const published = buildInvitation({ ...INVITATION, mail: null });
    expect(values(published, 'METHOD')).toEqual(['PUBLISH']);
    expect(values(published, 'ORGANIZER').concat(values(published, 'ATTENDEE'))).toEqual([]);
  });

  it('keeps its lines whatever title, room and names hold', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(...'a漢😀"\\;,:=? \r\n\t\u0000\u000b\u0085\u2028'),
      maxLength: 120,
    });
    fc.assert(
      fc.property(hostile, hostile, hostile, hostile, (title, room, description, name) => {
        const mail = { organiser: { name, address: 'a@b.jp' }, attendee: { name, address: 'c@d.jp' } };
        const made = buildInvitation({ ...INVITATION, title, room, description, mail });
        expect(
          read(made)
            .filter((line) => line.name === 'BEGIN')
            .map(({ value }) => value),
        ).toEqual(['VCALENDAR', 'VEVENT', 'VALARM']);
        const squeeze = (of: string): string => of.replaceAll(/[\s\p{Cc}\u2028]+/gu, ' ').trim();
        expect(squeeze(text(values(made, 'SUMMARY')[0] ?? ''))).toBe(squeeze(title));
        expect(squeeze(text(values(made, 'LOCATION')[0] ?? ''))).toBe(squeeze(room));
      }),
      { numRuns: 60 },
    );
  });
});
