import { resultEn } from './en/result.js';
import { resultJa } from './ja/result.js';

export const resultMessages = { ja: resultJa, en: resultEn };
