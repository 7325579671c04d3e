import { describe, expect, it } from '@jest/globals';
import { departmentOptions } from './department-options.js';

describe('departments in a list box', () => {
  it('are indented by level and carry their headcount', () => {
    const options = departmentOptions([
      { code: '10', name: '総務部', parentCode: null, headcount: 40 },
      { code: '1010', name: '人事課', parentCode: '10', headcount: 12 },
      { code: '10101', name: '給与チーム', parentCode: '1010', headcount: 4 },
    ]);
    expect(options.map(({ label }) => label)).toEqual(['総務部 (40)', '　人事課 (12)', '　　給与チーム (4)']);
  });
});
