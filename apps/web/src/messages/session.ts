import { sessionEn } from './en/session.js';
import { sessionJa } from './ja/session.js';

export const sessionMessages = { ja: sessionJa, en: sessionEn };
