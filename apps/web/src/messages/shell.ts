import { shellEn } from './en/shell.js';
import { shellJa } from './ja/shell.js';

export const shellMessages = { ja: shellJa, en: shellEn };
