import { trainingForecastEn } from './en/training-forecast.js';
import { trainingForecastJa } from './ja/training-forecast.js';

export const trainingForecastMessages = { ja: trainingForecastJa, en: trainingForecastEn };
