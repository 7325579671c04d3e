import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import {
  alphaIfDropped,
  benjaminiHochberg,
  cronbachAlpha,
  eNps,
  itemRestCorrelations,
  lmgShares,
  mannWhitney,
  mcdonaldOmega,
  meanInterval,
  rake,
  sampleOfCounts,
  shareInterval,
  shrinkMeans,
  welch,
} from './index.js';

// The numbers on the page were worked out apart from the product (R, mpmath, numpy, or by hand).
const page = readFileSync('docs/methods.md', 'utf8');
const THIS_YEAR = [12, 25, 44, 40, 9];
const LAST_YEAR = [6, 14, 38, 52, 20];

const show = (figure: number | null | undefined, digits = 4) => (figure ?? NaN).toFixed(digits);
const list = (figures: readonly (number | null)[] | undefined) =>
  (figures ?? [])
    .map((figure) => (figure === null ? 'none' : show(figure)))
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1');
const range = (interval: { low: number | null; high: number | null } | null, digits = 4, unit = '', times = 1) =>
  [interval?.low, interval?.high].map((bound) => show((bound ?? NaN) * times, digits) + unit).join(' to ');

describe('the worked examples of docs/methods.md', () => {
  it('interval of a mean', () => {
    const sample = sampleOfCounts(THIS_YEAR, 1);
    const [of200, ofMany, all] = [200, null, 130].map((population) => range(meanInterval(sample, population)));
    expect(page).toContain(
      `Example: mean ${show(sample.mean)}, s ${show(Math.sqrt(sample.variance))}; ${of200} of 200 people, ${ofMany} of very many, ${all} of 130.`,
    );
  });

  it('interval of a share', () => {
    const [of200, ofMany] = [200, null].map((population) => range(shareInterval(49, 130, population), 2, ' %', 100));
    expect(page).toContain(
      `Example: 49 of 130 chose 4 or 5, ${show(4900 / 130, 2)} %; ${of200} of 200 people, ${ofMany} of very many.`,
    );
  });

  it('eNPS', () => {
    const found = eNps([0, 0, 0, 0, 0, 0, 70, 48, 0, 12, 0], 200);
    expect(page).toContain(
      `Example: 70 detractors, 48 passives and 12 promoters of 200 people: ${show(found?.score, 2)} points, ${range(found, 2)}.`,
    );
  });

  it('two means', () => {
    const test = welch(sampleOfCounts(THIS_YEAR, 1), sampleOfCounts(LAST_YEAR, 1));
    expect(page).toContain(
      `difference ${show(test?.difference)}, t ${show(test?.t)}, df ${show(test?.df, 2)}, p ${show(test?.p, 6)}, 95 % ${range(test)}.`,
    );
  });

  it('two distributions', () => {
    const [corrected, plain] = [true, false].map((continuity) => mannWhitney(THIS_YEAR, LAST_YEAR, { continuity }));
    expect(page).toContain(
      `W ${corrected?.w}, p ${show(corrected?.p, 6)} with the correction and ${show(plain?.p, 6)} without, superiority ${show(plain?.superiority)}.`,
    );
  });

  it('many tests at once', () => {
    expect(page).toContain(
      `Example: 0.01, none, 0.04 and 0.03 become ${list(benjaminiHochberg([0.01, null, 0.04, 0.03]))}.`,
    );
  });

  it('alpha and omega', () => {
    const items = [
      [1, 0.5, 0.4],
      [0.5, 1, 0.3],
      [0.4, 0.3, 1],
    ];
    expect(page).toContain(
      `alpha ${show(cronbachAlpha(items))}, without each item ${list(alphaIfDropped(items))}, item–rest ${list(itemRestCorrelations(items))}.`,
    );
    const fit = mcdonaldOmega(items);
    expect(page).toContain(`the same three items have loadings ${list(fit?.loadings)} and omega ${show(fit?.omega)}.`);
  });

  it('drivers', () => {
    const correlation = [
      [1, 0.6, 0.4],
      [0.6, 1, 0.5],
      [0.4, 0.5, 1],
    ];
    const found = lmgShares(correlation, 0, [1, 2]);
    expect(page).toContain(`with each other: R² ${show(found?.r2)}, shares ${list(found?.shares)}.`);
  });

  it('weighting', () => {
    const found = rake(
      [
        { respondents: 10, margins: ['a'] },
        { respondents: 30, margins: ['b'] },
      ],
      [
        {
          name: 'department',
          counts: new Map([
            ['a', 100],
            ['b', 100],
          ]),
        },
      ],
    );
    expect(page).toContain(
      `weights ${list(found.weights)}, design effect ${show(found.designEffect)}, effective n ${show(found.effectiveN, 1)}.`,
    );
  });

  it('small groups', () => {
    const groups = [
      [0, 0, 0, 2, 2],
      [1, 2, 6, 5, 2],
      [5, 8, 14, 9, 4],
    ].map((counts) => sampleOfCounts(counts, 1));
    const found = shrinkMeans(groups);
    expect(page).toContain(
      `means ${list(groups.map(({ mean }) => mean))} become ${list(found?.estimates)}, keeping ${list(found?.weights)} of their distance to ${show(found?.grandMean)}.`,
    );
  });
});
