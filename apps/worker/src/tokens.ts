/** Injection tokens of what has no class. */
export const LOG = Symbol('Logger');
export const CLOCK = Symbol('Clock');
