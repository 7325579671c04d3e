export const RESULT_VIEWS = [
  'items',
  'positions',
  'departments',
  'groups',
  'choices',
  'trend',
  'analysis',
  'tables',
] as const;
export type ResultView = (typeof RESULT_VIEWS)[number];

export function resultView(search: URLSearchParams, views: readonly ResultView[]): ResultView {
  return views.find((view) => view === search.get('view')) ?? views[0] ?? 'items';
}

/** The address of a view, to be shared as it is. */
export function viewAddress(view: ResultView, department?: string): string {
  const search = new URLSearchParams({ view });
  if (department !== undefined) search.set('department', department);
  return `?${search.toString()}`;
}
