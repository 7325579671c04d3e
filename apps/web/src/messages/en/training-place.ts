import type { trainingPlaceJa } from '../ja/training-place.js';

export const trainingPlaceEn: typeof trainingPlaceJa = {
  place: {
    seated: () => 'Seat held',
    waiting: (line) => (line === null ? 'Waiting' : `Waiting, no. ${line}`),
    pending: () => 'Waiting for the head',
    'pending-waiting': (line) =>
      line === null ? 'Waiting for the head and a seat' : `Waiting for the head; no. ${line} in line`,
    declined: () => 'Declined',
    cancelled: () => 'Cancelled',
  },
  source: { application: 'applied', 'nomination-hr': 'nominated by HR', 'nomination-head': 'nominated by the head' },
  sessionState: { scheduled: 'Scheduled', cancelled: 'Called off', closed: 'Settled' },
  open: 'Open for applications',
  notOpen: 'Applications closed',
  capacityOf: (what) => `Seats taken: ${what}`,
  seats: (seated, capacity) => `${seated} of ${capacity} seats`,
  full: 'full',
  waiting: (count) => `${count} waiting`,
  building: 'Making the file',
  download: (name) => `Download ${name}`,
};
