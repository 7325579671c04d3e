import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { heatClasses, heatStep } from './heat-scale.js';

const FIVE = { min: 1, max: 5 };

describe('the colours of heat tables', () => {
  it.each([
    [3.6, 0],
    [3.69, 0],
    [3.7, 1],
    [3.5, -1],
    [3.51, 0],
    [3.99, 1],
    [4.0, 2],
    [3.2, -2],
    [3.21, -1],
    [2.8, -3],
    [2.72, -3],
    [4.4, 3],
  ])('takes %d on a scale of five with the norm 3.6 to step %d', (mean, step) => {
    expect(heatStep(mean, FIVE, 3.6)).toBe(step);
  });

  it('takes the middle of the scale where the questionnaire has no norm', () => {
    expect(heatStep(3, FIVE, null)).toBe(0);
    expect(heatStep(2.5, { min: 1, max: 4 }, null)).toBe(0);
  });

  it('is the same at the same distance above and below the norm', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), (hundredths) => {
        const above = heatStep(3 + hundredths / 100, FIVE, 3);
        expect(heatStep(3 - hundredths / 100, FIVE, 3)).toBe(above === 0 ? 0 : -above);
      }),
    );
  });

  it('never falls as the mean rises', () => {
    const means = Array.from({ length: 401 }, (_, at) => 1 + at / 100);
    const steps = means.map((mean) => heatStep(mean, FIVE, 3.6));
    expect([...steps].sort((a, b) => a - b)).toEqual(steps);
  });

  it('says in the legend where the classes begin and end', () => {
    const classes = heatClasses(FIVE, 3.6);
    expect(classes.map(({ from, to }) => [from, to])).toEqual([
      [null, '2.8'],
      ['2.8', '3.2'],
      ['3.2', '3.5'],
      ['3.5', '3.7'],
      ['3.7', '4.0'],
      ['4.0', '4.4'],
      ['4.4', null],
    ]);
  });
});
