import { custodyEn } from './en/custody.js';
import { custodyJa } from './ja/custody.js';

export const custodyMessages = { ja: custodyJa, en: custodyEn };
