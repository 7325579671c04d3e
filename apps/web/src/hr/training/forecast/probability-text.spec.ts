import { expect, it } from '@jest/globals';
import { probabilityText } from './probability-text.js';

const WORDS = { about: (percent: number) => `約${percent}%`, atLeast: '99%以上', under: '1%未満' };

it('never calls an estimate certain', () => {
  const said = [1, 0.99, 0.989, 0.725, 0.01, 0.0099, 0].map((each) => probabilityText(each, WORDS));
  expect(said).toEqual(['99%以上', '99%以上', '約99%', '約73%', '約1%', '1%未満', '1%未満']);
});
