import { rosterEn } from './en/roster.js';
import { rosterJa } from './ja/roster.js';

export const rosterMessages = { ja: rosterJa, en: rosterEn };
