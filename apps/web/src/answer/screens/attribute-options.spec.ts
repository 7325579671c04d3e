import { describe, expect, it } from '@jest/globals';
import { knownAttributes } from '../prefill.js';
import { attributeOptions } from './attribute-options.js';

const department = {
  key: 'department' as const,
  label: '所属',
  values: [
    { key: '20', label: '福祉部' },
    { key: '1010', label: '人事課', parent: '10' },
    { key: '10', label: '総務部' },
    { key: '99', label: '旧課', parent: '98' },
  ],
};

describe('the values of an attribute', () => {
  it('stand each under the value they belong to, and at the top where that is missing', () => {
    expect(attributeOptions(department).map(({ label }) => label)).toEqual(['福祉部', '総務部', '　人事課', '旧課']);
  });
});

describe('what is prefilled', () => {
  it('is what the survey knows', () => {
    const prefill = { department: '1010', position: 'manager', ageBand: '30s' };
    expect(knownAttributes([department], prefill)).toEqual({ department: '1010' });
    expect(knownAttributes([department], { department: 'gone' })).toEqual({});
  });
});
