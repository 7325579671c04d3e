import { expect, it } from '@jest/globals';
import { placeOf } from './shown-place.js';

it('says of an enrolment what matters most about it', () => {
  expect(placeOf({ place: 'seated', approval: 'not-needed' })).toBe('seated');
  expect(placeOf({ place: 'seated', approval: 'approved' })).toBe('seated');
  expect(placeOf({ place: 'waiting', approval: 'approved' })).toBe('waiting');
  expect(placeOf({ place: 'seated', approval: 'pending' })).toBe('pending');
  expect(placeOf({ place: 'waiting', approval: 'pending' })).toBe('pending-waiting');
  expect(placeOf({ place: 'cancelled', approval: 'declined' })).toBe('declined');
  expect(placeOf({ place: 'cancelled', approval: 'pending' })).toBe('cancelled');
});
