import { trainingRecordEn } from './en/training-record.js';
import { trainingRecordJa } from './ja/training-record.js';

export const trainingRecordMessages = { ja: trainingRecordJa, en: trainingRecordEn };
