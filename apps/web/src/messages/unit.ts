import { unitEn } from './en/unit.js';
import { unitJa } from './ja/unit.js';

export const unitMessages = { ja: unitJa, en: unitEn };
