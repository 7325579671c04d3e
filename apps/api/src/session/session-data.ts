import 'express-session';

declare module 'express-session' {
  /** All that a session holds: who, and under which password. Everything else is read anew on every request. */
  interface SessionData {
    accountId: string;
    /** Changes with the password, so that a new password ends the sessions that were opened under the old one. */
    passwordMark: string;
  }
}
