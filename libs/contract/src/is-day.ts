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
  return (
    isPlausibleYear(Number(value.slice(0, 4))) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
  );
}

/** Beyond these a year is a slip of the finger, and soon beyond what databases and calendars can hold. */
export function isPlausibleYear(year: number): boolean {
  return year >= 1900 && year <= 2200;
}
