import { describe, expect, it } from '@jest/globals';
import { formatHalfUp, type ProgrammeProgress, type Release } from '#survey-model';
import { hidden, releaseOf } from '../../../../test/factories/release.factory.js';
import { engagementLinks } from './engagement-links.js';

const standing = (codes: readonly string[]): ProgrammeProgress => ({
  ...{
    programmeKey: 'dx',
    years: [],
    total: 0,
    cumulative: 0,
    remaining: 0,
    active: 0,
    targetYear: 2026,
    unallocated: 0,
  },
  departments: codes.map((departmentCode) => ({
    ...{ departmentCode, headcount: 200, target: 0, actual: 0, cumulative: 0, catchUp: 0, ceiling: 0 },
    ...{ locked: false, active: 7 },
  })),
});
const CODES = ['D10', 'D20', 'D30', 'D40', 'D99'];
const links = (release: Release) => engagementLinks(release, [standing(CODES)]);
const overallOf = (release: Release) => links(release).find(({ measure }) => measure === 'overall');

describe('engagementLinks', () => {
  it('has the overall score and each category of what is published, and of nothing else', () => {
    const release = releaseOf();
    expect(links(release).map(({ measure }) => measure)).toEqual([
      'overall',
      ...release.questionnaire.scoring.categories.map(({ key }) => key),
    ]);
    const published = release.scores.filter(
      ({ key, status }) =>
        Object.keys(key).length === 1 && CODES.includes(key['department'] ?? '') && status === 'published',
    );
    expect(published.length).toBeGreaterThan(1);
    expect(published.length).toBeLessThan(4);
    expect(overallOf(release)?.departments).toEqual(
      published.map(({ key, overall }) => ({
        ...{ departmentCode: key['department'], density: '3.5' },
        mean: overall && formatHalfUp(overall, 2),
      })),
    );
  });

  it('leaves a department out as soon as it is hidden, or shown as a range only', () => {
    const codesOf = (release: Release) => overallOf(release)?.departments.map(({ departmentCode }) => departmentCode);
    const is = (code: string, key: Release['scores'][number]['key']) =>
      key['department'] === code && Object.keys(key).length === 1;
    expect(codesOf(releaseOf())).toContain('D20');
    const concealed = releaseOf({
      change: (cell) => (is('D20', cell.key) ? hidden(cell.table, cell.key, 'secondary') : cell),
    });
    expect(codesOf(concealed)).not.toContain('D20');
    const extreme = releaseOf({
      change: (cell) =>
        is('D20', cell.key)
          ? { ...cell, n: 6, items: cell.items.map((item) => ({ item: item.item, n: 6, sum: 30 })) }
          : cell,
    });
    expect(codesOf(extreme)).not.toContain('D20');
  });
});
