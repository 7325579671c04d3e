/**
 * Attributes (属性) by which results are tabulated. They are declared by the person inside the ballot, so the definition travels with
 * the survey: which values exist, what they are called, and, for departments, which value lies under which.
 */
export interface AttributeValue {
  readonly key: string;
  readonly label: string;
  /** Key of the value one level up; only departments have parents. */
  readonly parent?: string;
}

export interface AttributeDefinition {
  readonly key: AttributeKey;
  readonly label: string;
  readonly values: readonly AttributeValue[];
}

export const ATTRIBUTE_KEYS = ['department', 'position', 'ageBand', 'employmentType'] as const;
export type AttributeKey = (typeof ATTRIBUTE_KEYS)[number];

/** 答えない: a group of its own, so that the groups of every attribute always add up to everybody. */
export const WITHHELD = '_withheld';
export const WITHHELD_LABEL = '答えない';

/** What one person declared; a missing attribute counts as withheld. */
export type DeclaredAttributes = Readonly<Partial<Record<AttributeKey, string>>>;

/**
 * The value itself and all its ancestors, nearest first. Cycles are cut.
 * `parents` maps a value to the value above it.
 */
export function lineageOf(value: string, parents: ReadonlyMap<string, string>): string[] {
  const lineage: string[] = [];
  for (let at: string | undefined = value; at !== undefined && !lineage.includes(at); at = parents.get(at))
    lineage.push(at);
  return lineage;
}

export function parentsOf(definition: AttributeDefinition): Map<string, string> {
  const parents = new Map<string, string>();
  for (const value of definition.values) if (value.parent !== undefined) parents.set(value.key, value.parent);
  return parents;
}
