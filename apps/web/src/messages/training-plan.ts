import { trainingPlanEn } from './en/training-plan.js';
import { trainingPlanJa } from './ja/training-plan.js';

export const trainingPlanMessages = { ja: trainingPlanJa, en: trainingPlanEn };
