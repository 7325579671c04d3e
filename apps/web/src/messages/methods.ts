import { methodsEn } from './en/methods.js';
import { methodsJa } from './ja/methods.js';

export const methodsMessages = { ja: methodsJa, en: methodsEn };
