import { CreateBallotBox20261121000002 } from './20261121000002-create-ballot-box.js';

/** In the order in which they run. Never edit one that has been released; add the next. */
export const BALLOT_MIGRATIONS = [CreateBallotBox20261121000002];
