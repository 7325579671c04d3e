import { randomBytes } from 'node:crypto';

export interface BlindTicketBody {
  readonly blinded: string;
  readonly escrow: string;
}

/** What the api sees of a request for a ticket: numbers below the modulus, and 4,096 unreadable bytes. It cannot tell these from real ones. */
export function blindTicketBody(): BlindTicketBody {
  const blinded = randomBytes(384);
  blinded[0] = 0;
  return { blinded: blinded.toString('base64url'), escrow: randomBytes(4096).toString('base64url') };
}

/** The same for a paper form, which has no escrow. */
export const blindPaperBody = (): Pick<BlindTicketBody, 'blinded'> => ({ blinded: blindTicketBody().blinded });
