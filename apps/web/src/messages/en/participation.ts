import type { participationJa } from '../ja/participation.js';

export const participationEn: typeof participationJa = {
  title: 'Participation',
  refreshed: 'Refreshed every ten seconds. Nobody sees any answer before the close.',
  rate: 'Response rate',
  done: 'Done',
  invited: 'Invited',
  paperTickets: 'Paper answers',
  people: 'people',
  sheets: 'forms',
  byDepartment: 'By department',
  byPosition: 'By position',
  department: 'Department',
  position: 'Position',
  caption: (by, k) => `Participation: ${by.toLowerCase()}. Groups under ${k} people are not shown.`,
  hidden: 'too few to show',
  paperTitle: 'Paper handed out',
  paperLead: 'Record who was given a paper form. They can no longer answer on screen.',
  staffNumber: 'Staff number',
  record: 'Record',
  recorded: (number) => `Recorded: ${number} was given a paper form.`,
};
