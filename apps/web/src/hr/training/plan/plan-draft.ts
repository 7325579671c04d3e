import type { Audience, AudienceRule, ProgrammeDraft } from '../../../api-client/training.js';
import type { Programme } from '../../../api-client/types.js';

/** A programme as it is edited, from the plan as it is shown. */
export function draftOf(programme: Programme): ProgrammeDraft {
  const { key, name, counting, years, methods, audiences, completion } = programme;
  return {
    key,
    name,
    counting,
    years: years.map(({ fiscalYear, target }) => ({ fiscalYear, target })),
    methods: methods.map(({ method, audience }) => ({ method, ...(audience ? { audience: [...audience] } : {}) })),
    audiences,
    completion,
  };
}

/** A new programme with the years of the plan and nothing planned yet, under a key that no other has. */
export function newProgramme(existing: readonly ProgrammeDraft[], name: string, method: string): ProgrammeDraft {
  const keys = new Set(existing.map(({ key }) => key));
  let number = existing.length + 1;
  while (keys.has(`programme-${number}`)) number += 1;
  return {
    key: `programme-${number}`,
    name,
    counting: 'once-in-plan',
    years: planYears(existing).map((fiscalYear) => ({ fiscalYear, target: 0 })),
    methods: [{ method }],
    audiences: [],
    completion: { kind: 'any-course' },
  };
}

/** Every fiscal year that any programme has a target for, in order. */
export function planYears(programmes: readonly ProgrammeDraft[]): number[] {
  const years = new Set(programmes.flatMap((programme) => programme.years.map(({ fiscalYear }) => fiscalYear)));
  return [...years].sort((one, other) => one - other);
}

/** @param target null: the programme has no target in that year */
export function withTarget(programme: ProgrammeDraft, fiscalYear: number, target: number | null): ProgrammeDraft {
  const others = programme.years.filter((year) => year.fiscalYear !== fiscalYear);
  const years = target === null ? others : [...others, { fiscalYear, target }];
  return { ...programme, years: years.sort((one, other) => one.fiscalYear - other.fiscalYear) };
}

export const totalOf = ({ years }: ProgrammeDraft): number => years.reduce((sum, { target }) => sum + target, 0);

/** Changes one audience; methods that name it follow its new name. */
export function withAudience(programme: ProgrammeDraft, at: number, audience: Audience): ProgrammeDraft {
  const before = programme.audiences[at]?.name;
  return {
    ...programme,
    audiences: programme.audiences.map((each, index) => (index === at ? audience : each)),
    methods: programme.methods.map((method) =>
      method.audience
        ? { ...method, audience: method.audience.map((name) => (name === before ? audience.name : name)) }
        : method,
    ),
  };
}

/** Takes an audience away, also from the methods that name it. */
export function withoutAudience(programme: ProgrammeDraft, at: number): ProgrammeDraft {
  const gone = programme.audiences[at]?.name;
  return {
    ...programme,
    audiences: programme.audiences.filter((_, index) => index !== at),
    methods: programme.methods.map(({ method, audience }) =>
      withNames(
        method,
        audience?.filter((name) => name !== gone),
      ),
    ),
  };
}

/** A method for these audiences; for everybody eligible when none is named. */
export const withNames = (method: string, audience: readonly string[] | undefined) => ({
  method,
  ...(audience && audience.length > 0 ? { audience: [...audience] } : {}),
});

/** The rule with one thing changed; undefined takes that thing out of it. */
export function withRule<K extends keyof AudienceRule>(
  rule: AudienceRule,
  key: K,
  value: AudienceRule[K] | undefined,
): AudienceRule {
  const { [key]: _, ...others } = rule;
  return (value === undefined ? others : { ...others, [key]: value }) as AudienceRule;
}
