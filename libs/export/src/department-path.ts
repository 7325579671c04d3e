import {
  DomainError,
  lineageOf,
  parentsOf,
  type AttributeDefinition,
  type AttributeValue,
  type Release,
} from '#survey-model';

/**
 * The department and all above it, top level first, as the survey's snapshot knew them.
 * @throws DomainError not-found when the release has no such department.
 */
export function departmentPath(release: Release, departmentCode: string): AttributeValue[] {
  const attribute = release.attributes.find((each) => each.key === 'department');
  const values = new Map(attribute?.values.map((value) => [value.key, value]));
  if (!attribute || !values.has(departmentCode)) throw unknownDepartment(departmentCode);
  return lineage(attribute, departmentCode, values).reverse();
}

/** The top-level unit (部) a department belongs to, possibly itself. @throws DomainError as `departmentPath`. */
export function topDepartment(
  release: Release,
  departmentCode: string,
): { readonly code: string; readonly name: string } {
  const [top] = departmentPath(release, departmentCode);
  if (!top) throw unknownDepartment(departmentCode);
  return { code: top.key, name: top.label };
}

function lineage(
  attribute: AttributeDefinition,
  code: string,
  values: ReadonlyMap<string, AttributeValue>,
): AttributeValue[] {
  return lineageOf(code, parentsOf(attribute)).flatMap((key) => values.get(key) ?? []);
}

function unknownDepartment(code: string): DomainError {
  return new DomainError(
    'not-found',
    'department-not-in-release',
    `公表版に組織コード「${code}」がありません。調査を開始したときの組織の一覧にあるコードを指定してください。`,
    `The release has no department "${code}". Use a code of the department tree as it was when the survey opened.`,
    { field: 'departmentCode' },
  );
}
