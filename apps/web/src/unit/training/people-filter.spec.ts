import { expect, it } from '@jest/globals';
import type { UnitPerson } from '../../api-client/training-people.js';
import { filterPeople } from './people-filter.js';

const person = (staffNumber: string, name: string, completed: Record<string, string>): UnitPerson => ({
  ...{ staffNumber, name, completed, department: '', position: '', upcoming: [] },
});
const PEOPLE = [
  person('1001', '青木 一', { dx: '2026-06-01', all: '2026-05-01' }),
  person('1002', '石川 二', { all: '2026-05-01' }),
  person('2001', '上田 三', {}),
];
const ALL = { programme: '', untrainedOnly: false, text: '' };
const numbers = (filter: Partial<typeof ALL>): string[] =>
  filterPeople(PEOPLE, { ...ALL, ...filter }).map(({ staffNumber }) => staffNumber);

it('shows everybody unless asked for less', () => {
  expect(numbers({})).toEqual(['1001', '1002', '2001']);
  expect(numbers({ programme: 'dx' })).toEqual(['1001', '1002', '2001']);
});

it('leaves those who never completed the programme, or any', () => {
  expect(numbers({ untrainedOnly: true })).toEqual(['2001']);
  expect(numbers({ untrainedOnly: true, programme: 'dx' })).toEqual(['1002', '2001']);
  expect(numbers({ untrainedOnly: true, programme: 'all' })).toEqual(['2001']);
});

it('finds by part of a name or a number', () => {
  expect(numbers({ text: ' 石川 ' })).toEqual(['1002']);
  expect(numbers({ text: '100' })).toEqual(['1001', '1002']);
  expect(numbers({ text: '100', untrainedOnly: true, programme: 'dx' })).toEqual(['1002']);
});
