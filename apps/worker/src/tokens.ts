/** Injection tokens of what has no class. */
export const LOG = Symbol('Logger');
export const CLOCK = Symbol('Clock');
/** Where links in mails lead. */
export const PUBLIC_URL = Symbol('public URL');
/** Encrypts the tally keys that the worker holds itself. */
export const HELD_KEY_KEY = Symbol('held key key');
