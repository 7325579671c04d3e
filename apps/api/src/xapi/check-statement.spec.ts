import { describe, expect, it } from '@jest/globals';
import { checkStatement } from './check-statement.js';
import { Faults } from './faults.js';

const NOW = new Date('2026-10-10T03:00:00Z');
const VALID = {
  id: '6690e6c9-3ef0-4ed3-8b37-7f3964730bee',
  actor: { objectType: 'Agent', name: '山田', account: { homePage: 'https://moodle.example.jp', name: '1001' } },
  verb: { id: 'http://adlnet.gov/expapi/verbs/completed', display: { en: 'completed' } },
  object: { objectType: 'Activity', id: 'https://moodle.example.jp/course/3', definition: { name: { ja: '講座' } } },
  result: { score: { scaled: 0.5, raw: 5, min: 0, max: 10 }, success: true, completion: true, duration: 'PT1M' },
  context: { platform: 'Moodle', extensions: { 'https://x.example/e': null } },
  timestamp: '2026-10-10T12:00:00.123456+09:00',
  stored: '2026-10-10T12:00:01Z',
  authority: { mbox: 'mailto:lms@city.example.jp' },
  version: '1.0.3',
};

function faultsOf(changes: Record<string, unknown>): (string | undefined)[] {
  const faults = new Faults();
  const statement = Object.fromEntries(
    Object.entries({ ...VALID, ...changes }).filter(([, each]) => each !== undefined),
  );
  checkStatement(statement, 's', NOW, faults);
  return faults.listed.map(({ field }) => field);
}
const deep = (levels: number): unknown => (levels === 0 ? 'x' : { extensions: deep(levels - 1) });

describe('a statement of xAPI 1.0.3', () => {
  it.each([
    ['as above', {}],
    ['without what may be left out', { id: undefined, result: undefined, context: undefined, timestamp: undefined }],
    ['of an anonymous group', { actor: { objectType: 'Group', member: [{ mbox: 'mailto:a@b.example' }] } }],
    ['about a statement', { object: { objectType: 'StatementRef', id: VALID.id } }],
    [
      'with a sub-statement',
      { object: { objectType: 'SubStatement', actor: VALID.actor, verb: VALID.verb, object: VALID.object } },
    ],
    ['at an offset without a colon', { timestamp: '2026-10-10T12:00:00-0930' }],
    ['half a day ahead of our clock', { timestamp: '2026-10-11T02:59:59Z' }],
  ])('%s is right', (_, changes) => expect(faultsOf(changes)).toEqual([]));

  it.each([
    ['an unknown property', { note: 1 }, ['s.note']],
    ['an id that is none', { id: 'x' }, ['s.id']],
    ['no actor', { actor: undefined }, ['s.actor']],
    ['an actor without identifier', { actor: { name: 'x' } }, ['s.actor']],
    ['an actor with two', { actor: { mbox: 'mailto:a@b.example', openid: 'https://x.example' } }, ['s.actor']],
    ['an address without mailto', { actor: { mbox: 'a@b.example' } }, ['s.actor.mbox']],
    ['a hash that is none', { actor: { mbox_sha1sum: 'abc' } }, ['s.actor.mbox_sha1sum']],
    ['an account without a home', { actor: { account: { name: '1' } } }, ['s.actor.account.homePage']],
    [
      'an account without a name',
      { actor: { account: { homePage: 'https://x.example', name: '' } } },
      ['s.actor.account.name'],
    ],
    ['an unknown kind of actor', { actor: { objectType: 'Person' } }, ['s.actor.objectType']],
    ['a group without members', { actor: { objectType: 'Group' } }, ['s.actor']],
    [
      'a group in a group',
      { actor: { objectType: 'Group', member: [{ objectType: 'Group', member: [] }] } },
      ['s.actor.member[0]'],
    ],
    ['a verb that is no IRI', { verb: { id: 'completed' } }, ['s.verb.id']],
    ['an activity without an id', { object: { definition: {} } }, ['s.object.id']],
    ['an activity with a blank in its id', { object: { id: 'https://x.example/a b' } }, ['s.object.id']],
    ['an unknown kind of object', { object: { objectType: 'Thing' } }, ['s.object.objectType']],
    ['a reference to nothing', { object: { objectType: 'StatementRef', id: 'x' } }, ['s.object.id']],
    [
      'a sub-statement in a sub-statement',
      { object: { objectType: 'SubStatement', object: { objectType: 'SubStatement' } } },
      ['s.object.object'],
    ],
    ['a scaled score above 1', { result: { score: { scaled: 1.01 } } }, ['s.result.score.scaled']],
    ['a score that is text', { result: { score: { raw: '80' } } }, ['s.result.score.raw']],
    ['points above their maximum', { result: { score: { raw: 11, max: 10 } } }, ['s.result.score.raw']],
    ['success that is text', { result: { success: 'true' } }, ['s.result.success']],
    ['completion that is a number', { result: { completion: 1 } }, ['s.result.completion']],
    ['null', { result: null }, ['s.result']],
    ['a time without an offset', { timestamp: '2026-10-10T12:00:00' }, ['s.timestamp']],
    ['an unknown offset', { timestamp: '2026-10-10T12:00:00-00:00' }, ['s.timestamp']],
    ['a day that is none', { timestamp: '2026-02-30T12:00:00Z' }, ['s.timestamp']],
    ['a time more than a day ahead', { timestamp: '2026-10-11T03:00:01Z' }, ['s.timestamp']],
    ['a character no database keeps', { context: { platform: 'a\u0000' } }, ['s.context.platform']],
    ['half a character', { context: { platform: '\ud83d' } }, ['s.context.platform']],
    ['another version', { version: '2.0.0' }, ['s.version']],
  ])('%s is named', (_, changes, fields) => expect(faultsOf(changes)).toEqual(fields));

  it('may not be nested without end, nor be anything but an object', () => {
    expect(faultsOf({ context: deep(60) })).toHaveLength(1);
    for (const value of ['text', 7, [], null, undefined]) {
      const faults = new Faults();
      checkStatement(value, 's', NOW, faults);
      expect(faults.count).toBe(1);
    }
  });

  it('lists twenty faults and counts the rest, and repeats no value', () => {
    const faults = new Faults();
    for (let at = 0; at < 30; at += 1) checkStatement({ ...VALID, id: '山田太郎' }, `[${at}]`, NOW, faults);
    expect([faults.count, faults.listed.length]).toEqual([30, 20]);
    expect(JSON.stringify(faults.listed)).not.toContain('山田太郎');
  });
});
