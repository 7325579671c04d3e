import type { Results, WeightedMeans } from '../../../api-client/types.js';

type Attributes = Results['attributes'];

/** The names of attributes by their keys. */
export function marginLabels(attributes: Attributes, keys: readonly string[]): string[] {
  return keys.map((wanted) => attributes.find(({ key }) => key === wanted)?.label ?? wanted);
}

/** Values that were taken together because few people have them, by name. */
export function collapsedTexts(
  attributes: Attributes,
  collapsed: WeightedMeans['collapsed'],
  separator: string,
): { readonly margin: string; readonly values: string }[] {
  return collapsed.map(({ margin, values }) => {
    const definition = attributes.find(({ key }) => key === margin);
    const labels = values.map((value) => definition?.values.find(({ key }) => key === value)?.label ?? value);
    return { margin: definition?.label ?? margin, values: labels.join(separator) };
  });
}
