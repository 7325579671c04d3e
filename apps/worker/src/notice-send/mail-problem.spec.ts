import { describe, expect, it } from '@jest/globals';
import { mailProblemOf, nextAttemptIn } from './mail-problem.js';

const problem = (of: Record<string, unknown>) =>
  mailProblemOf(Object.assign(new Error('550 <yamada@city.example.jp> secret text'), of));

describe('what became of a mail', () => {
  it.each([
    [{ code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' }, 'refused', 0],
    [{ code: 'EENVELOPE', responseCode: 553, command: 'MAIL FROM' }, 'refused', 0],
    [{ code: 'EMESSAGE', responseCode: 554, command: 'DATA' }, 'refused', 0],
    [{ code: 'EENVELOPE', responseCode: 451, command: 'RCPT TO' }, 'later', 0],
    [{ code: 'EPROTOCOL', responseCode: 421 }, 'later', 10],
    [{ code: 'ESOCKET', originalCode: 'ECONNREFUSED' }, 'later', 10],
    [{ code: 'ETIMEDOUT' }, 'later', 10],
    [{ code: 'EDNS', originalCode: 'ENOTFOUND' }, 'later', 10],
    [{ code: 'EAUTH', responseCode: 535 }, 'later', 60],
    [{ code: 'ESOCKET', originalCode: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'later', 60],
    [{ code: 'ESOCKET', originalCode: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'later', 60],
    [{ code: 'ESOCKET', originalCode: 'CERT_HAS_EXPIRED' }, 'later', 60],
    [{ code: 'ETLS' }, 'later', 60],
  ])('%j is %s', (of, kind, pauseSeconds) => {
    expect(problem(of)).toMatchObject({ kind, pauseSeconds });
  });

  it('never repeats what the server said', () => {
    const made = problem({ code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' });
    expect(JSON.stringify(made)).not.toMatch(/yamada|secret/);
    expect(made?.message).toContain('(550)');
  });

  it('is not a matter of the mail server when the error is ours', () => {
    expect(mailProblemOf(new TypeError('x'))).toBeNull();
    expect(problem({ code: 'ERR_INVALID_ARG_TYPE' })).toBeNull();
    expect(mailProblemOf('x')).toBeNull();
  });
});

describe('the next attempt', () => {
  it('waits as long again as has been waited, 5 seconds to an hour, for a day', () => {
    expect([0, 4, 5, 10, 300, 3600, 40_000, 86_399].map(nextAttemptIn)).toEqual([5, 5, 5, 10, 300, 3600, 3600, 3600]);
    expect(nextAttemptIn(86_400)).toBeNull();
  });

  it('comes about 30 times before it is given up', () => {
    let attempts = 0;
    for (let age = 0, wait = nextAttemptIn(age); wait !== null; age += wait, wait = nextAttemptIn(age)) attempts += 1;
    expect(attempts).toBeGreaterThan(25);
    expect(attempts).toBeLessThan(40);
  });
});
