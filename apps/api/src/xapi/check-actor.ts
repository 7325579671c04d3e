import { checkIri, checkString, isIri, readObject, type JsonObject } from './check-values.js';
import type { Faults } from './faults.js';

const IDENTIFIERS = ['mbox', 'mbox_sha1sum', 'openid', 'account'] as const;
const AGENT = new Set(['objectType', 'name', ...IDENTIFIERS]);
const GROUP = new Set([...AGENT, 'member']);
const ACCOUNT = new Set(['homePage', 'name']);

/** An Agent or a Group (xAPI 1.0.3 part 2, 2.4.2): an agent has exactly one identifier, a group one or its members. */
export function checkActor(value: unknown, field: string, faults: Faults): void {
  const actor = readObject(value, field, faults);
  if (!actor) return;
  const { objectType = 'Agent' } = actor;
  if (objectType === 'Group') return checkGroup(actor, field, faults);
  if (objectType !== 'Agent')
    return faults.add(`${field}.objectType`, 'Agent か Group が必要です。', 'must be Agent or Group');
  readObject(actor, field, faults, AGENT);
  checkString(actor['name'], `${field}.name`, faults);
  checkIdentifier(actor, field, faults);
}

function checkGroup(group: JsonObject, field: string, faults: Faults): void {
  readObject(group, field, faults, GROUP);
  checkString(group['name'], `${field}.name`, faults);
  const { member } = group;
  if (member !== undefined && !Array.isArray(member))
    faults.add(`${field}.member`, '一覧(配列)が必要です。', 'must be an array');
  if (Array.isArray(member)) {
    member.forEach((each, at) => {
      if (readObject(each, `${field}.member[${at}]`, faults)?.['objectType'] === 'Group')
        faults.add(`${field}.member[${at}]`, 'Group は入れられません。', 'must not be a Group');
      else checkActor(each, `${field}.member[${at}]`, faults);
    });
  }
  if (member === undefined || identifiersOf(group).length > 0) checkIdentifier(group, field, faults);
}

function checkIdentifier(actor: JsonObject, field: string, faults: Faults): void {
  const [identifier, ...others] = identifiersOf(actor);
  if (identifier === undefined || others.length > 0) {
    return faults.add(
      field,
      'mbox、mbox_sha1sum、openid、account のうち、ちょうど一つが必要です。',
      'needs exactly one of mbox, mbox_sha1sum, openid, account',
    );
  }
  const value = actor[identifier];
  const place = `${field}.${identifier}`;
  if (identifier === 'account') checkAccount(value, place, faults);
  else if (identifier === 'openid') checkIri(value, place, faults);
  else if (identifier === 'mbox') {
    if (!isIri(value) || !/^mailto:[^\s@]+@[^\s@]+$/.test(value))
      faults.add(place, '「mailto:」で始まるメールアドレスが必要です。', 'must be "mailto:" and an e-mail address');
  } else if (typeof value !== 'string' || !/^[0-9a-f]{40}$/i.test(value))
    faults.add(place, 'SHA-1(16進40文字)が必要です。', 'must be 40 hexadecimal digits');
}

function checkAccount(value: unknown, field: string, faults: Faults): void {
  const account = readObject(value, field, faults, ACCOUNT);
  if (!account) return;
  checkIri(account['homePage'], `${field}.homePage`, faults);
  const { name } = account;
  if (typeof name !== 'string' || name === '' || name.length > 500)
    faults.add(`${field}.name`, '1〜500文字の文字列が必要です。', 'must be a string of 1 to 500 characters');
}

function identifiersOf(actor: JsonObject): (typeof IDENTIFIERS)[number][] {
  return IDENTIFIERS.filter((identifier) => actor[identifier] !== undefined);
}
