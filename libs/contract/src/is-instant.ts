import { ValidateBy } from 'class-validator';
import { isPlausibleYear } from './is-day.js';

const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** A time of a day that exists, with its offset: without one it would be read in whatever zone the server stands. */
export function IsInstant(): PropertyDecorator {
  return ValidateBy({
    name: 'isInstant',
    validator: {
      validate: isInstant,
      defaultMessage: () => '$property must be a time with its offset, such as 2026-06-01T13:30:00+09:00',
    },
  });
}

function isInstant(value: unknown): boolean {
  const day = typeof value === 'string' ? INSTANT.exec(value)?.[1] : undefined;
  if (day === undefined || !isPlausibleYear(Number(day.slice(0, 4))) || Number.isNaN(Date.parse(value as string)))
    return false;
  // Date.parse takes 30 February for 2 March.
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
