import { surveyEn } from './en/survey.js';
import { surveyJa } from './ja/survey.js';

export const surveyMessages = { ja: surveyJa, en: surveyEn };
