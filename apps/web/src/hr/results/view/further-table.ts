import { lineageOf, parentsOf, WITHHELD, WITHHELD_LABEL, type AttributeDefinition } from '#survey-model';
import type { CellScore, Results, TableRequest } from '../../../api-client/types.js';
import type { GroupRow } from './result-cells.js';

type Asked = Pick<TableRequest, 'attributes' | 'departmentCode'>;
type Frame = Pick<Results, 'attributes' | 'cells'>;

/** The most attributes that one table may cross; the api refuses more. */
export { MOST_CROSSED_ATTRIBUTES } from '#survey-model';

/** 「職位 × 年齢層」 */
export function tableName(attributes: Results['attributes'], asked: Asked): string {
  const labels = new Map<string, string>(attributes.map(({ key, label }) => [key, label]));
  return asked.attributes.map((key) => labels.get(key) ?? key).join(' × ');
}

export function departmentLabel(attributes: Results['attributes'], code: string): string {
  return departmentsOf(attributes)?.values.find(({ key }) => key === code)?.label ?? code;
}

/**
 * The cells of a released further table that cross all of its attributes, in the order of their values. Totals are left out: they
 * stand in the other views. A table of one department holds that department in every cell.
 */
export function furtherTableRows({ attributes, cells }: Frame, asked: Asked): GroupRow[] {
  const wanted = new Set([...asked.attributes, ...(asked.departmentCode === null ? [] : ['department'])]);
  const places = new Map(attributes.map((definition) => [definition.key as string, placesOf(definition)]));
  const order = ({ key }: CellScore): number[] =>
    asked.attributes.map((attribute) => places.get(attribute)?.get(key[attribute] ?? '')?.at ?? Infinity);
  const label = ({ key }: CellScore): string =>
    asked.attributes
      .map((attribute) => places.get(attribute)?.get(key[attribute] ?? '')?.label ?? key[attribute])
      .join(' × ');
  return cells
    .filter(({ key }) => {
      const has = Object.keys(key);
      return has.length === wanted.size && has.every((attribute) => wanted.has(attribute));
    })
    .filter(({ key }) => isWithin(attributes, key['department'], asked))
    .sort((a, b) => compare(order(a), order(b)))
    .map((cell) => ({ key: JSON.stringify(cell.key), label: label(cell), parentKey: null, cell }));
}

function isWithin(attributes: Results['attributes'], department: string | undefined, asked: Asked): boolean {
  const { departmentCode } = asked;
  if (departmentCode === null) return true;
  if (!asked.attributes.includes('department')) return department === departmentCode;
  const definition = departmentsOf(attributes);
  if (!definition || department === undefined) return false;
  return lineageOf(department, parentsOf(definition)).includes(departmentCode);
}

/** Departments for a list box, each after the one it is under, indented by level. */
export function departmentChoices(
  attributes: Results['attributes'],
): { readonly code: string; readonly label: string }[] {
  const definition = departmentsOf(attributes);
  if (!definition) return [];
  const parents = parentsOf(definition);
  return definition.values.map(({ key, label }) => ({
    code: key,
    label: `${'\u3000'.repeat(lineageOf(key, parents).length - 1)}${label}`,
  }));
}

function departmentsOf(attributes: Results['attributes']): AttributeDefinition | undefined {
  return attributes.find(({ key }) => key === 'department');
}

function placesOf({ values }: AttributeDefinition): Map<string, { readonly at: number; readonly label: string }> {
  const withheld = { key: WITHHELD, label: WITHHELD_LABEL };
  return new Map([...values, withheld].map(({ key, label }, at) => [key, { at, label }]));
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
