import { describe, expect, it } from '@jest/globals';
import { accessCodeFits, hashAccessCode, makeAccessCode, normaliseAccessCode } from './access-code.js';

describe('access codes', () => {
  it('are twelve of 32 unambiguous characters in groups, and never the same', () => {
    const codes = Array.from({ length: 500 }, makeAccessCode);
    for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(new Set(codes).size).toBe(500);
    expect(new Set(codes.join('').replaceAll('-', '')).size).toBe(32);
  });

  it.each(['7K2M-Q4XD-9RTB', '7k2mq4xd9rtb', '7K2M Q4XD 9RTB', '７Ｋ２Ｍ－ｑ４ｘｄ－９ＲＴＢ', ' 7K2Mー Q4XD−9RTB '])(
    'are read as meant: %s',
    (typed) => {
      expect(normaliseAccessCode(typed)).toBe('7K2MQ4XD9RTB');
      expect(accessCodeFits(hashAccessCode('7K2M-Q4XD-9RTB'), typed)).toBe(true);
    },
  );

  it('read look-alikes as the character that exists', () => {
    expect(normaliseAccessCode('oOIl-i1')).toBe('001111');
  });

  it('fit nothing when none is stored, or a broken one', () => {
    expect(accessCodeFits(null, '')).toBe(false);
    expect(accessCodeFits(null, '7K2M-Q4XD-9RTB')).toBe(false);
    expect(accessCodeFits('00', '7K2M-Q4XD-9RTB')).toBe(false);
    expect(accessCodeFits(hashAccessCode('7K2M-Q4XD-9RTC'), '7K2M-Q4XD-9RTB')).toBe(false);
  });
});
