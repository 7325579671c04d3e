/** What is known of a department so far. */
export interface NotedDepartment {
  readonly code: string;
  readonly line: number;
  names: readonly string[];
  parentCode: string | null | undefined;
}
