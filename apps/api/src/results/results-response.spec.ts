import { describe, expect, it } from '@jest/globals';
import { GOLDEN, releaseOf } from '../../../../test/factories/release.factory.js';
import { subtreeOf, withinSubtree } from './own-scope.js';
import { toResultsResponse } from './results-response.js';

const release = releaseOf();
const results = toResultsResponse(release, release.scores, null);
const whole = results.cells.find(({ key }) => Object.keys(key).length === 0);

describe('released results as text', () => {
  it('are the published figures, to the last digit', () => {
    expect(results).toMatchObject({ invited: 2041, answered: 636, responseRate: '31.2', fiscalYearLabel: '令和6年度' });
    expect(whole?.overall).toBe(GOLDEN.overall.publishedMean.toFixed(2));
    expect(whole?.items.map(({ item, mean }) => [item, mean])).toEqual(
      GOLDEN.items.map(({ number, publishedMean }) => [`q${number}`, publishedMean.toFixed(2)]),
    );
    expect(whole?.categories.map(({ category, mean }) => [category, mean])).toEqual(
      GOLDEN.categories.map(({ key, publishedMean }) => [key, publishedMean.toFixed(2)]),
    );
  });

  it('show a favourable share wherever they show a distribution, and only there', () => {
    const items = results.cells.flatMap((cell) => cell.items);
    for (const item of items) {
      expect(item.counts === undefined).toBe(item.favourablePercent === undefined);
      if (!item.counts) continue;
      const favourable = (item.counts[3] ?? 0) + (item.counts[4] ?? 0);
      // Half up on integers: 10 times the percentage, doubled so that no half is left.
      const tenths = Math.floor((favourable * 2000 + item.n) / (2 * item.n));
      expect(item.favourablePercent).toBe((tenths / 10).toFixed(1));
    }
    expect(items.some(({ counts }) => counts === undefined)).toBe(true);
  });

  it('say nothing of a hidden cell but that it is hidden', () => {
    const hidden = results.cells.filter(({ status }) => status !== 'published');
    expect(hidden.length).toBeGreaterThan(0);
    for (const cell of hidden) {
      expect(cell).toMatchObject({ n: null, overall: null, band: null, categories: [], items: [], choices: [] });
    }
  });
});

describe('what a department head sees', () => {
  const keysFor = (departmentCode: string | null): string[] =>
    withinSubtree(release.scores, subtreeOf(release.attributes, departmentCode)).map(({ key }) => JSON.stringify(key));

  it('is the whole, and the own department with everything under it', () => {
    const departments = new Set(
      withinSubtree(release.scores, subtreeOf(release.attributes, 'D10-1')).map(({ key }) => key['department']),
    );
    expect([...departments]).toEqual([undefined, 'D10-1', 'D10-1-1', 'D10-1-2']);
    expect(keysFor('D10-1')[0]).toBe('{}');
    expect(keysFor('D10-1').every((key) => key === '{}' || key.includes('"D10-1'))).toBe(true);
  });

  it('holds the crossings of the own department with positions, and of no other', () => {
    const crossings = keysFor('D10').filter((key) => key.includes('"position"'));
    expect(crossings.length).toBeGreaterThan(0);
    expect(crossings.every((key) => key.includes('"D10"'))).toBe(true);
  });

  it('is the whole alone when the survey knew no such department', () => {
    expect(keysFor('new-department')).toEqual(['{}']);
    expect(keysFor(null)).toEqual(['{}']);
  });
});
