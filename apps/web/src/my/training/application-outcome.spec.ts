import { expect, it } from '@jest/globals';
import { myTrainingJa } from '../../messages/ja/my-training.js';
import { outcomeOfApplication } from './application-outcome.js';

const words = myTrainingJa.applied;

it.each([
  ['seated', 'not-needed', null, /席が取れました。受講が決まりました。$/],
  ['seated', 'pending', null, /席が取れました。 .*上司が承認すると/],
  ['waiting', 'not-needed', 3, /キャンセル待ちの3番目です。 席が空くと/],
  ['waiting', 'pending', 2, /キャンセル待ちの2番目です。 .*上司の承認も必要/],
] as const)('says plainly what %s with %s means', (place, approval, line, said) => {
  const { title, more } = outcomeOfApplication({ place, approval, line }, words);
  expect([title, more].filter(Boolean).join(' ')).toMatch(said);
});
