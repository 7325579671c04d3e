import { trainingPlaceEn } from './en/training-place.js';
import { trainingPlaceJa } from './ja/training-place.js';

export const trainingPlaceMessages = { ja: trainingPlaceJa, en: trainingPlaceEn };
