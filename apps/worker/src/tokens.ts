/** Injection tokens of what has no class. */
export const LOG = Symbol('Logger');
export const CLOCK = Symbol('Clock');
/** Encrypts the tally keys that the worker holds itself. */
export const HELD_KEY_KEY = Symbol('held key key');
