import type { Answer, Question } from '#survey-model';
import { toggleChoice } from './toggle-choice.js';

export interface KeyedAnswer {
  readonly answer: Answer | undefined;
  /** Which option of the question the key stands for, from 0. */
  readonly index: number | null;
}

/**
 * What a digit key means for a question: the option of that number on a scale, the n-th option of a choice (ticked or unticked where
 * several may be chosen). undefined for keys that mean nothing here.
 */
export function answerByKey(question: Question, answer: Answer | undefined, key: string): KeyedAnswer | undefined {
  if (!/^\d$/.test(key) || question.type === 'free-text') return undefined;
  const digit = Number(key);
  if (question.type === 'scale') {
    const { min, max } = question.scale;
    return digit >= min && digit <= max ? { answer: digit, index: digit - min } : undefined;
  }
  const option = question.options[digit - 1];
  if (option === undefined) return undefined;
  const index = digit - 1;
  if (question.type === 'single-choice') return { answer: option.key, index };
  return { answer: toggleChoice(question, answer, option.key), index };
}
