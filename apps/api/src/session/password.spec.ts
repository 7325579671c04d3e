import { describe, expect, it } from '@jest/globals';
import { hashPassword, passwordFits, passwordMark } from './password.js';

describe('passwords', () => {
  it('are kept as argon2id with 19 MiB, two passes and one lane', async () => {
    expect(await hashPassword('a long enough phrase')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('fit in full width as in half width, and otherwise only themselves', async () => {
    const hash = await hashPassword('ｐａｓｓｗｏｒｄ１２３');
    expect(await passwordFits(hash, 'password123')).toBe(true);
    expect(await passwordFits(hash, 'Password123')).toBe(false);
  });

  it('never fit where none is set', async () => {
    expect(await passwordFits(null, '')).toBe(false);
  });

  it('leave a mark that changes with them', async () => {
    const [first, second] = await Promise.all([hashPassword('the same phrase'), hashPassword('the same phrase')]);
    expect(passwordMark(first)).not.toBe(passwordMark(second));
    expect(passwordMark(first)).toBe(passwordMark(first));
  });
});
