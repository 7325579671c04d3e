import { describe, expect, it } from '@jest/globals';
import { passwordFault } from './password-rule.js';
import { homeOf, returnPath } from './session.js';

const account = (...roles: ('staff' | 'head' | 'hr' | 'admin')[]) => ({
  login: 'x',
  displayName: 'x',
  roles,
  departmentCode: null,
  departmentPath: null,
});

describe('where a person goes after signing in', () => {
  it('depends on what they may see', () => {
    expect(homeOf(null)).toBe('/signin');
    expect(homeOf(account('staff', 'head'))).toBe('/my');
    expect(homeOf(account('staff', 'hr', 'admin'))).toBe('/hr');
    expect(homeOf(account('admin'))).toBe('/hr/roster');
  });

  it('is back where they came from, but never another site', () => {
    expect(returnPath('/answer.html?survey=1&paper=1')).toBe('/answer.html?survey=1&paper=1');
    for (const outside of ['https://example.com', '//example.com', '/\\example.com', 'javascript:alert(1)', '', null]) {
      expect(returnPath(outside)).toBeNull();
    }
  });
});

describe('a new password', () => {
  it('has ten characters and is typed twice the same', () => {
    expect(passwordFault('123456789', '123456789')).toBe('too-short');
    expect(passwordFault('1234567890', '1234567891')).toBe('different');
    expect(passwordFault('1234567890', '1234567890')).toBeNull();
  });
});
