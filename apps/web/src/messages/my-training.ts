import { myTrainingEn } from './en/my-training.js';
import { myTrainingJa } from './ja/my-training.js';

export const myTrainingMessages = { ja: myTrainingJa, en: myTrainingEn };
