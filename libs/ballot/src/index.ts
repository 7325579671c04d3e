/**
 * The ballot: blind ticket, sealed answers, recovery code and receipt, in browsers and Node alike (WebCrypto only). What only a server
 * does lies in `#ballot/server`, what only custodians and the tally do in `#ballot/custody`.
 *
 * This is the seam of anonymity: the identified side signs tickets that it cannot read, and the anonymous side takes ballots that it
 * cannot open.
 */
export * from './base64url.js';
export { makeCast, makeOwnCopyRequest, type CastRequest, type NewCast, type OwnCopyRequest } from './cast.js';
export { ballotLeaf, findReceipt, makeReceipt, merkleRoot, readReceipt, splitLeaves } from './receipt.js';
export { makeRecoveryCode, readRecoveryCode } from './recovery-code.js';
export { COPY_BYTES, openEscrow, openOwnCopy, sealEscrow, type OwnCopy } from './recovery-encryption.js';
export { importTallyKey, openBallot, sealBallot, SEALED_BALLOT_BYTES, type TallyPrivateKey } from './sealed-ballot.js';
export * from './ticket.js';
export * from './validate-ballot-content.js';
