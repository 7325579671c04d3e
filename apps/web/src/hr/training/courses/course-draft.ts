import type { Course, CourseDraft } from '../../../api-client/courses.js';

/** A course as it is edited. */
export function courseDraftOf(course: Course): CourseDraft {
  const { name, description, programmeKey, method, points, passMark, activityId, withdrawn } = course;
  return { name, description, programmeKey, method, points, passMark, activityId, withdrawn };
}

/** What the api takes as the key of a course. */
export const COURSE_KEY_PATTERN = '[a-z0-9][a-z0-9\\-]{0,63}';
