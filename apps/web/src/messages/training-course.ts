import { trainingCourseEn } from './en/training-course.js';
import { trainingCourseJa } from './ja/training-course.js';

export const trainingCourseMessages = { ja: trainingCourseJa, en: trainingCourseEn };
