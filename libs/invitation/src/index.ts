export * from './invitation.js';
export * from './seat-invitation.js';
