import { answerEn } from './en/answer.js';
import { answerJa } from './ja/answer.js';

export const answerMessages = { ja: answerJa, en: answerEn };
