import { ValidateBy } from 'class-validator';

/** A day that exists, as "YYYY-MM-DD". ISO 8601 knows other ways to write one (2026-W41-6), which sort and compare differently. */
export function IsDay(): PropertyDecorator {
  return ValidateBy({
    name: 'isDay',
    validator: { validate: isDay, defaultMessage: () => '$property must be a day that exists, such as 2026-06-01' },
  });
}

function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
