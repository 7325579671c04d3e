import type { unitJa } from '../ja/unit.js';

export const unitEn: typeof unitJa = {
  title: 'My unit',
  lead: 'Your department with what is inside it, and everybody.',
  survey: 'Survey',
  none: 'No results yet',
  noneLead: 'They appear here once a survey is released.',
  noDepartment: 'Your department is not in the roster, so there is nothing to show. Tell HR.',
};
