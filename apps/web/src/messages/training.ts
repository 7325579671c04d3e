import { trainingEn } from './en/training.js';
import { trainingJa } from './ja/training.js';

export const trainingMessages = { ja: trainingJa, en: trainingEn };
