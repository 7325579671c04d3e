import { trainingSessionEn } from './en/training-session.js';
import { trainingSessionJa } from './ja/training-session.js';

export const trainingSessionMessages = { ja: trainingSessionJa, en: trainingSessionEn };
