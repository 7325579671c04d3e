import { trainingPeopleEn } from './en/training-people.js';
import { trainingPeopleJa } from './ja/training-people.js';

export const trainingPeopleMessages = { ja: trainingPeopleJa, en: trainingPeopleEn };
