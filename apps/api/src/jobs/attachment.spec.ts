import { describe, expect, it } from '@jest/globals';
import { contentDisposition } from './attachment.js';

describe('the name of a download', () => {
  it('is given in UTF-8, and in ASCII to programs that know nothing else', () => {
    expect(contentDisposition('2024_総務部.xlsx')).toBe(
      `attachment; filename="2024____.xlsx"; filename*=UTF-8''2024_%E7%B7%8F%E5%8B%99%E9%83%A8.xlsx`,
    );
  });

  it('cannot break out of its quotes', () => {
    expect(contentDisposition(`a"; x='y'\r\n.csv`)).toBe(
      `attachment; filename="a_; x='y'__.csv"; filename*=UTF-8''a%22%3B%20x%3D%27y%27%0D%0A.csv`,
    );
  });
});
