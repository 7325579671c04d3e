import { describe, expect, it } from '@jest/globals';
import { hashSourceSecret, makeSourceSecret, readBasicCredentials, secretFits } from './source-secret.js';

const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

describe('the secret of a source', () => {
  it('has 256 bits, and only itself fits', () => {
    const [one, other] = [makeSourceSecret(), makeSourceSecret()];
    expect(Buffer.from(one, 'base64url')).toHaveLength(32);
    expect(one).not.toBe(other);
    expect(secretFits(hashSourceSecret(one), one)).toBe(true);
    expect(secretFits(hashSourceSecret(one), other)).toBe(false);
    expect(secretFits(null, one)).toBe(false);
    expect(secretFits(null, '')).toBe(false);
  });

  it('comes by Basic authentication; everything behind the first colon is the secret', () => {
    expect(readBasicCredentials(basic('moodle:a:b'))).toEqual({ key: 'moodle', secret: 'a:b' });
    for (const header of [undefined, '', 'Bearer x', 'Basic ', basic('moodle'), basic(':x')])
      expect(readBasicCredentials(header)).toBeNull();
  });
});
