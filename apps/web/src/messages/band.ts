import { bandEn } from './en/band.js';
import { bandJa } from './ja/band.js';

export const bandMessages = { ja: bandJa, en: bandEn };
