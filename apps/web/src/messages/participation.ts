import { participationEn } from './en/participation.js';
import { participationJa } from './ja/participation.js';

export const participationMessages = { ja: participationJa, en: participationEn };
