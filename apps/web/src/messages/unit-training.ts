import { unitTrainingEn } from './en/unit-training.js';
import { unitTrainingJa } from './ja/unit-training.js';

export const unitTrainingMessages = { ja: unitTrainingJa, en: unitTrainingEn };
