import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { releaseOf } from '../../../test/factories/release.factory.js';
import type { Release } from '#survey-model';
import { departmentFileName, uniqueFileNames } from './index.js';

const BASE = releaseOf();

function releaseWith(...labels: string[]): Release {
  const values = labels.map((label, index) => ({
    key: `K${index}`,
    label,
    ...(index > 0 && { parent: `K${index - 1}` }),
  }));
  return { ...BASE, attributes: [{ key: 'department', label: '所属', values }] };
}

describe('departmentFileName', () => {
  it('is the fiscal year and the path of names', () => {
    expect(departmentFileName(BASE, 'D10-1')).toBe('2024_総務部_人事課.xlsx');
    expect(departmentFileName(BASE, 'D40')).toBe('2024_危機管理室.xlsx');
  });

  it('replaces what Windows forbids', () => {
    expect(departmentFileName(releaseWith('税務/収納:第1*'), 'K0')).toBe('2024_税務／収納：第1＊.xlsx');
    expect(departmentFileName(releaseWith(' .\u202Egnp. '), 'K0')).toBe('2024_gnp.xlsx');
    expect(departmentFileName(releaseWith('...'), 'K0')).toBe('2024_K0.xlsx');
  });

  it('leaves out upper levels first where the path is too long', () => {
    const long = 'とても長い名前の部'.repeat(6);
    expect(departmentFileName(releaseWith(long, long, '人事課'), 'K2')).toBe(`2024_${long}_人事課.xlsx`);
    expect(departmentFileName(releaseWith(long + long), 'K0')).toBe(`2024_${(long + long).slice(0, 65)}.xlsx`);
  });

  it('always is a name that Windows and Linux take', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 120 }), { minLength: 1, maxLength: 4 }), (labels) => {
        const name = departmentFileName(releaseWith(...labels), `K${labels.length - 1}`);
        expect(name).toMatch(/^2024_.+\.xlsx$/u);
        expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}]|[. ]\.xlsx$/u);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(205);
      }),
    );
  });
});

describe('uniqueFileNames', () => {
  it('numbers later duplicates, also those that differ only in case', () => {
    expect(uniqueFileNames(['a.xlsx', 'A.xlsx', 'b.xlsx', 'a.xlsx', 'a (2).xlsx'])).toEqual([
      'a.xlsx',
      'A (3).xlsx',
      'b.xlsx',
      'a (4).xlsx',
      'a (2).xlsx',
    ]);
  });

  it('gives as many names as it takes, all different on any system, and keeps first ones', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a.xlsx', 'A.xlsx', 'a (2).xlsx', 'が.xlsx', 'か\u3099.xlsx', 'b')),
        (names) => {
          const unique = uniqueFileNames(names);
          expect(unique).toHaveLength(names.length);
          expect(new Set(unique.map((name) => name.normalize('NFC').toLowerCase())).size).toBe(names.length);
          if (names[0] !== undefined) expect(unique[0]).toBe(names[0]);
        },
      ),
    );
  });
});
