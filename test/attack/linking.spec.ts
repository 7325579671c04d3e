import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { temporaryFolder } from '../factories/nobinobi.js';
import { attackBetween, attackDump, type Success } from './attack.js';
import { chanceBound } from './chance.js';
import { holdSurvey, type Held, type Plan } from './hold-survey.js';

/** Set NOBINOBI_ATTACK_SEED to the printed seed to hold the same survey again. */
const SEED = Number(process.env['NOBINOBI_ATTACK_SEED'] ?? Date.now() % 1_000_000);
/** One survey is enough to show that the attack works; in a few of them, with 70 people, no order of the log beats the bound. */
const CONTROL_SEED = 340_119;
const REAL: Plan = { people: 600, days: 3, dumps: 6, weakened: false, seed: SEED };
const CONTROL: Plan = { people: 70, days: 2, dumps: 3, weakened: true, seed: CONTROL_SEED };

/** Every way of linking in every dump, and between each dump and the next. */
function attackAll({ dumps, truth }: Held): Success[] {
  const single = dumps.flatMap((dump, at) =>
    attackDump(dump, truth).map((success) => ({ ...success, how: `dump ${at + 1}: ${success.how}` })),
  );
  return [...single, ...attackBetween(dumps, truth)];
}

/** Those that did better than chance, which is what must not be. */
function beyondChance(successes: readonly Success[]): Success[] {
  return successes.filter(({ right, chance }) => right >= chanceBound(chance, successes.length));
}

function describeBest(successes: readonly Success[]): string {
  const surplus = ({ right, chance }: Success): number => right - chance;
  const [best] = [...successes].sort((a, b) => surplus(b) - surplus(a));
  if (!best) return 'nothing tried';
  const { how, right, guessed, chance } = best;
  const bound = chanceBound(chance, successes.length);
  return `${successes.length} ways; best: ${right} of ${guessed} right, by lot ${chance.toFixed(2)}, bound ${bound} (${how})`;
}

describe('an attacker with every table, file, log and queue, in the middle and after the close', () => {
  const folders: string[] = [];
  const hold = async (plan: Plan): Promise<Held> => {
    const folder = await temporaryFolder();
    folders.push(folder);
    return holdSurvey(folder, plan);
  };
  let real: Held;
  let control: Held;
  beforeAll(async () => {
    control = await hold(CONTROL);
    real = await hold(REAL);
  }, 1_500_000);
  afterAll(async () => {
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  });

  it('links most people in a build that stores ballots and marks as they come: the attack works', () => {
    const successes = attackAll(control);
    console.info(`control, seed ${CONTROL_SEED}: ${control.truth.size} people, ${describeBest(successes)}`);
    const byOrder = beyondChance(successes.filter(({ how }) => !how.includes('attributes')));
    expect(Math.max(...byOrder.map(({ right }) => right))).toBeGreaterThan(control.truth.size / 2);
    const ofLog = byOrder.filter(({ how }) => how.includes('write-ahead log'));
    const ofFile = byOrder.filter(({ how }) => how.includes('file '));
    const ofToast = byOrder.filter(({ how }) => how.includes('toast of sealed'));
    const between = byOrder.filter(({ how }) => how.startsWith('between'));
    for (const found of [ofLog, ofFile, ofToast, between]) expect(found.length).toBeGreaterThan(0);
    const byAttributes = successes.filter(({ how }) => how.includes('attributes'));
    expect(Math.max(...byAttributes.map(({ right }) => right))).toBeGreaterThan(control.truth.size / 10);
  });

  it('does no better than chance in the product', () => {
    const successes = attackAll(real);
    const { truth, dumps, visits, nights } = real;
    console.info(
      `product, seed ${SEED}: ${truth.size} people, ${visits} visits, ${nights} nights, ${dumps.length} dumps; ${describeBest(successes)}`,
    );
    expect(successes.length).toBeGreaterThan(100);
    expect(beyondChance(successes)).toEqual([]);
  });

  it('had everything there is to look at: every ballot, every person, logs, sessions and dead rows', () => {
    const last = real.dumps.at(-1);
    const box = [...(last?.tables ?? [])].filter(([table]) => table.startsWith('ballot:ballot.box_'));
    expect(box.flatMap(([, rows]) => rows)).toHaveLength(real.truth.size);
    expect(last?.tables.get('identity.participation')?.length).toBe(Math.ceil(REAL.people * 1.1));
    expect(last?.files.size).toBeGreaterThan(50);
    expect(last?.writeAheadLog.size).toBeGreaterThan(0);
    expect(last?.valkey.length).toBeGreaterThan(REAL.people / 5);
    expect(last?.logs.length).toBeGreaterThan(1000);
  });
});
