/**
 * The ballot: ticket and sealed answers, in browsers and Node alike (WebCrypto only). Signing lives in `#ballot/server`.
 *
 * This is the seam of anonymity. For now the identified side sees the ticket's message when it signs it, and the ballot is
 * packed but not encrypted; blinding and sealing come in here, behind the same names.
 */
export * from './base64url.js';
export * from './sealed-ballot.js';
export * from './ticket.js';
export * from './validate-ballot-content.js';
