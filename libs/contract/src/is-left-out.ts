import { ValidateIf } from 'class-validator';

/** The field may be left out, but is not null: of a type `x?: T`. `IsOptional` lets null through, for `x: T | null`. */
export function IsLeftOut(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined);
}
