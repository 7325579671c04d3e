import { describe, expect, it } from '@jest/globals';
import { answerAddress, signInAddress } from './answer-address.js';
import { retryDelay, isWorthRetrying } from './sending/retry-delay.js';
import { stepOf, stepToHash } from './step.js';

describe('the address of the answer page', () => {
  it('names the survey, and whether a paper form is typed in', () => {
    expect(answerAddress('?survey=abc')).toEqual({ surveyId: 'abc', paper: false });
    expect(answerAddress('?survey=abc&paper=1')).toEqual({ surveyId: 'abc', paper: true });
    expect(answerAddress('?paper=1')).toBeNull();
  });

  it('comes back whole after signing in', () => {
    const back = new URLSearchParams(signInAddress('?survey=abc&paper=1').split('?')[1]).get('return');
    expect(back).toBe('/answer.html?survey=abc&paper=1');
  });
});

describe('steps', () => {
  it('are found again from the address', () => {
    for (const step of [{ name: 'attributes' }, { name: 'confirm' }, { name: 'question', question: 4 }] as const) {
      expect(stepOf(stepToHash(step), 5)).toEqual(step);
    }
  });

  it('begin at the start for anything that the form does not have', () => {
    for (const hash of ['', '#q0', '#q6', '#q-1', '#q1x', '#other']) expect(stepOf(hash, 5)).toEqual({ name: 'intro' });
  });
});

describe('sending again', () => {
  it('waits longer each time, and never more than a minute', () => {
    expect([1, 2, 3, 6, 50].map(retryDelay)).toEqual([2, 4, 8, 60, 60]);
  });

  it('helps against a lost connection, a busy server and a fault, not against a refusal', () => {
    expect([0, 408, 429, 500, 503].every(isWorthRetrying)).toBe(true);
    expect([400, 403, 404, 409, 410, 413].some(isWorthRetrying)).toBe(false);
  });
});
