import { importEn } from './en/import.js';
import { importJa } from './ja/import.js';

export const importMessages = { ja: importJa, en: importEn };
