import { describe, expect, it } from '@jest/globals';
import type { MultipleChoiceQuestion, Question, ScaleQuestion } from '#survey-model';
import { answerByKey } from './answer-by-key.js';
import { answerText } from './answer-text.js';
import { toggleChoice } from './toggle-choice.js';

const scale: ScaleQuestion = {
  code: 'q1',
  text: '',
  type: 'scale',
  scale: { min: 1, max: 3, labels: ['低', '中', '高'] },
};
const options = ['a', 'b', 'c'].map((key) => ({ key, text: key.toUpperCase() }));
const single: Question = { code: 'q2', text: '', type: 'single-choice', options };
const multiple: MultipleChoiceQuestion = { code: 'q3', text: '', type: 'multiple-choice', options, maxChoices: 2 };
const text: Question = { code: 'q4', text: '', type: 'free-text', maxLength: 10 };

describe('several choices', () => {
  it('are kept in the order of the form, whatever the order of the clicks', () => {
    expect(toggleChoice(multiple, ['c'], 'a')).toEqual(['a', 'c']);
  });

  it('become a blank when the last is taken back', () => {
    expect(toggleChoice(multiple, ['a'], 'a')).toBeUndefined();
  });

  it('never exceed the limit', () => {
    expect(toggleChoice(multiple, ['a', 'b'], 'c')).toEqual(['a', 'b']);
    expect(toggleChoice(multiple, ['a', 'b'], 'b')).toEqual(['a']);
  });

  it('take the place of 答えない', () => {
    expect(toggleChoice(multiple, null, 'b')).toEqual(['b']);
  });
});

describe('digit keys', () => {
  it('choose the number on a scale and the n-th option of a choice', () => {
    expect(answerByKey(scale, undefined, '3')).toEqual({ answer: 3, index: 2 });
    expect(answerByKey(single, 'a', '2')).toEqual({ answer: 'b', index: 1 });
    expect(answerByKey(multiple, ['b'], '1')).toEqual({ answer: ['a', 'b'], index: 0 });
  });

  it('mean nothing beyond the options, in free text, and as other keys', () => {
    for (const key of ['0', '4', '9', 'a', 'Enter', '10']) expect(answerByKey(scale, undefined, key)).toBeUndefined();
    expect(answerByKey(single, undefined, '4')).toBeUndefined();
    expect(answerByKey(text, undefined, '1')).toBeUndefined();
  });

  it('count a scale that begins at 0 from 0', () => {
    const fromZero: ScaleQuestion = { ...scale, scale: { min: 0, max: 4 } };
    expect(answerByKey(fromZero, undefined, '0')).toEqual({ answer: 0, index: 0 });
  });
});

describe('answers in words', () => {
  it('are those of the form', () => {
    expect(answerText(scale, 2)).toBe('2 中');
    expect(answerText({ ...scale, scale: { min: 1, max: 3 } }, 2)).toBe('2');
    expect(answerText(single, 'b')).toBe('B');
    expect(answerText(multiple, ['a', 'c'])).toBe('A、C');
    expect(answerText(text, '自由')).toBe('自由');
  });

  it('are none for a blank and for 答えない', () => {
    expect(answerText(scale, undefined)).toBeNull();
    expect(answerText(scale, null)).toBeNull();
  });
});
