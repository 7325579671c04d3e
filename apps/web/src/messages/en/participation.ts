import type { participationJa } from '../ja/participation.js';

export const participationEn: typeof participationJa = {
  title: 'Participation',
  refreshed: 'Refreshed every ten seconds. Nobody sees any answer before the close.',
  rate: 'Marked as done',
  ballotRate: 'Response rate (official)',
  ballots: 'Ballots in the box',
  ballotUnit: '',
  exceptions: 'Second tickets',
  batched:
    'Marks appear in batches of ten, or at the close, so that nobody can tell from their time who answered when. The official rate is known once the box has been opened.',
  twoRates:
    'The official rate counts the ballots in the box. It may differ from the marks: a mark may have been lost after the ballot was sent, paper forms count, and so do second ballots after a lost recovery code.',
  duplicates: (count) => `Second tickets were issued, so at most ${count} ballots may be duplicates.`,
  exceptionTitle: 'Lost recovery code',
  exceptionLead:
    'Allows one more ticket to somebody who lost both device and recovery code. The number is published, and the person sees it. With the recovery code this is not needed.',
  reason: 'Reason',
  grant: 'Allow a second ticket',
  granted: (number) => `A second ticket is allowed for ${number}. Tell the person.`,
  notDoneTitle: 'Not done yet',
  notDoneLead: 'For reminders. Marks appear in batches of ten, so some of these may have answered.',
  notDoneShow: 'Show the list',
  notDoneCount: (count) => `${count} people`,
  name: 'Name',

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
