import { statisticsEn } from './en/statistics.js';
import { statisticsJa } from './ja/statistics.js';

export const statisticsMessages = { ja: statisticsJa, en: statisticsEn };
