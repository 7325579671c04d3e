import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { japaneseDate } from '#survey-model';
import { readDate } from './calendar-date.js';

describe('readDate', () => {
  it.each([
    ['2024-04-01', '2024-04-01'],
    ['2024/4/1', '2024-04-01'],
    ['2024.4.1', '2024-04-01'],
    ['20240401', '2024-04-01'],
    ['2024年4月1日(月)', '2024-04-01'],
    ['2024-04-01 00:00:00', '2024-04-01'],
    ['令和6年4月1日', '2024-04-01'],
    ['令和 ６年　４月　１日', '2024-04-01'],
    ['R6.4.1', '2024-04-01'],
    ['r06/04/01', '2024-04-01'],
    ['S55.1.2', '1980-01-02'],
    ['S550102', '1980-01-02'],
    ['Ｓ５５．１．２', '1980-01-02'],
    ['H元年4月1日', '1989-04-01'],
    ['平成元年1月8日', '1989-01-08'],
    ['㍻31年4月30日', '2019-04-30'],
    ['令和元年5月1日', '2019-05-01'],
    ['2024-02-29', '2024-02-29'],
    ['平成32年3月31日', '2020-03-31'],
  ])('%s', (text, date) => {
    expect(readDate(text)).toEqual({ date });
  });

  it.each([
    '2024-02-30',
    '2023-02-29',
    '2024-13-01',
    '令和5年2月29日',
    'R0.4.1',
    '20240431',
    '0024-04-01',
    '2024-00-10',
  ])('%s is no day', (text) => {
    expect(readDate(text)).toEqual({ problem: 'impossible' });
  });

  it.each(['', '24/4/1', '4月1日', '45383', '2024-4', '明日', 'X6.4.1', '2024/04-'])(
    '%j is not written as a date',
    (text) => {
      expect(readDate(text)).toEqual({ problem: 'format' });
    },
  );

  it('reads back every day as the calendar of eras writes it', () => {
    const day = fc.date({ min: new Date('1912-07-30'), max: new Date('2060-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        expect(readDate(japaneseDate(iso))).toEqual({ date: iso });
        expect(readDate(iso.replaceAll('-', ''))).toEqual({ date: iso });
      }),
    );
  });
});
