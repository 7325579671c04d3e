/** The half of the ballot that needs a server: making ticket keys, signing tickets, and verifying them quickly. Node only. */
export * from './private-key-encryption.js';
export * from './ticket-signing.js';
