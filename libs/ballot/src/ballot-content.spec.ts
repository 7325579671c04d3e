import { describe, expect, it } from '@jest/globals';
import type { BallotContent } from '#survey-model';
import fc from 'fast-check';
import { fromBase64, fromBase64Url, toBase64Url, validateBallotContent, type BallotForm } from './index.js';

const form: BallotForm = {
  surveyId: 'survey-a',
  questionnaire: {
    key: 'k',
    title: 't',
    sections: [
      {
        key: 's',
        title: 's',
        questions: [
          { code: 'q1', text: '', type: 'scale', scale: { min: 1, max: 5 } },
          {
            code: 'job',
            text: '',
            type: 'single-choice',
            options: [
              { key: 'a', text: '' },
              { key: 'b', text: '' },
            ],
          },
          {
            code: 'wish',
            text: '',
            type: 'multiple-choice',
            maxChoices: 2,
            options: ['x', 'y', 'z'].map((key) => ({ key, text: '' })),
          },
          { code: 'free', text: '', type: 'free-text', maxLength: 5 },
        ],
      },
    ],
    scoring: { items: ['q1'], categories: [], bands: null },
  },
  attributes: [{ key: 'position', label: '職位', values: [{ key: 'chief', label: '係長級' }] }],
};

const good: BallotContent = {
  surveyId: 'survey-a',
  attributes: { position: 'chief' },
  answers: { q1: 5, job: 'a', wish: ['x', 'z'], free: 'よい職場' },
};

const faultsOf = (content: unknown): string[] => validateBallotContent(content, form).faults.map(({ field }) => field);
const withAnswers = (answers: Record<string, unknown>): unknown => ({ ...good, answers });

describe('validateBallotContent', () => {
  it('takes what the form offers', () => {
    expect(validateBallotContent(good, form)).toEqual({ content: good, faults: [] });
  });

  it('takes 答えない everywhere, and leaves blanks out', () => {
    const withheld = {
      surveyId: 'survey-a',
      attributes: { position: '_withheld' },
      answers: { q1: null, job: null, wish: null, free: null },
    };
    expect(validateBallotContent(withheld, form).content).toEqual(withheld);
    expect(validateBallotContent(withAnswers({ wish: [], free: ' \u3000\n' }), form).content?.answers).toEqual({});
    expect(faultsOf({ surveyId: 'survey-a', attributes: {}, answers: {} })).toEqual([]);
  });

  it('names every wrong part at once', () => {
    const wrong = {
      surveyId: 'survey-b',
      staffNumber: '1234',
      attributes: { position: 'mayor', ageBand: '30s', name: '山田' },
      answers: { q1: 6, job: 'c', wish: ['x', 'y', 'z'], free: 'あいうえおか', q9: 1 },
    };
    expect(faultsOf(wrong)).toEqual([
      'staffNumber',
      'surveyId',
      'attributes.position',
      'attributes.ageBand',
      'attributes.name',
      'answers.q1',
      'answers.job',
      'answers.wish',
      'answers.free',
      'answers.q9',
    ]);
    expect(validateBallotContent(wrong, form).content).toBeNull();
  });

  it('refuses wrong types', () => {
    for (const q1 of [0, 6, 2.5, '3', Number.NaN, true, [3], {}])
      expect(faultsOf(withAnswers({ q1 }))).toEqual(['answers.q1']);
    for (const job of ['c', 1, ['a'], {}]) expect(faultsOf(withAnswers({ job }))).toEqual(['answers.job']);
    for (const wish of ['x', ['x', 'x'], ['w'], [null], { 0: 'x' }])
      expect(faultsOf(withAnswers({ wish }))).toEqual(['answers.wish']);
    for (const free of [1, ['x'], {}]) expect(faultsOf(withAnswers({ free }))).toEqual(['answers.free']);
    for (const content of [null, 1, 'x', [], undefined]) expect(faultsOf(content)).toEqual(['']);
    expect(faultsOf({ surveyId: 'survey-a' })).toEqual(['attributes', 'answers']);
    expect(
      faultsOf(JSON.parse('{"surveyId":"survey-a","attributes":{"__proto__":"x"},"answers":{"__proto__":1}}')),
    ).toEqual(['attributes.__proto__', 'answers.__proto__']);
  });

  it('counts characters, not code units, and tidies texts that no table could hold', () => {
    expect(faultsOf(withAnswers({ free: '𠮷野家😀。' }))).toEqual([]);
    const tidied = validateBallotContent(withAnswers({ free: 'a\r\nb\u0000\u000b\ud800' }), form).content?.answers[
      'free'
    ];
    expect(tidied).toBe('a\nb\ufffd');
  });

  it('never repeats what the person wrote', () => {
    const secret = 'ひみつの言葉';
    const { faults } = validateBallotContent(
      { ...good, [secret]: 1, answers: { [secret]: secret, free: secret, job: secret } },
      form,
    );
    expect(faults).toHaveLength(4);
    expect(JSON.stringify(faults)).not.toContain('ひみつ');
  });
});

describe('base64url', () => {
  it('agrees with Node for every length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = toBase64Url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect(Buffer.from(fromBase64Url(text)).equals(Buffer.from(bytes))).toBe(true);
      }),
    );
    const large = new Uint8Array(16_384).map((_, at) => at * 7);
    expect(toBase64Url(large)).toBe(Buffer.from(large).toString('base64url'));
  });

  it('refuses everything else', () => {
    for (const text of ['a', 'ab=', 'a b', 'あ', 'ab+/'])
      expect(() => fromBase64Url(text)).toThrow(expect.objectContaining({ code: 'not-base64url' }));
    for (const text of ['', 'abc', 'ab-_', '==='])
      expect(() => fromBase64(text)).toThrow(expect.objectContaining({ code: 'not-base64url' }));
  });
});
