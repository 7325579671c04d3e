import type { myJa } from '../ja/my.js';

export const myEn: typeof myJa = {
  title: 'Surveys for you',
  none: 'There is no survey for you at present',
  noneLead: 'A survey appears here when it opens.',
  state: { invited: 'not answered', started: 'begun', done: 'answered', paper: 'on paper' },
  closed: 'closed',
  until: (date) => `until ${date}`,
  answer: 'Answer',
  continueAnswer: 'Continue answering',
  doneNote: 'Thank you for your answers.',
  sent: 'accepted',
  sentNote: 'Your ballot is in the box. The mark “answered” appears when ten have gathered; you need not answer again.',
  correct: 'Correct my answers',
  check: 'Check by receipt that my ballot is in the box',
  exceptionTitle: (at) => `Since ${at} a second ticket may be issued for you`,
  exceptionBody: (reason) =>
    `HR allowed it because a recovery code was lost (reason: ${reason}). If you do not know of this, tell the auditors or HR.`,
  paperNote: 'You were given a paper form, so you cannot answer here.',
  issuesTitle: (count) => `Access codes issued for you (${count})`,
  issuesLead: 'Every access code issued in your name. Tell HR if you see one that you do not know of.',
  issuesCaption: 'Access codes issued for you',
  issuedAt: 'Issued',
  issuedBy: 'By',
  usedAt: 'Used',
  unused: 'not used',
};
