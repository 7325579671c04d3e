import { lineageOf, type DepartmentRecord, type Position, type StaffRecord } from '#survey-model';
import { toCsv, type ToCsvOptions } from '#tabular';
import { departmentPathText } from '../departments/department-path.js';
import { fieldTexts, type ComparedField } from '../diff/field-changes.js';

const BEFORE_DEPARTMENT: readonly ComparedField[] = ['name', 'kana'];
const AFTER_DEPARTMENT: readonly ComparedField[] = [
  'positionKey',
  'grade',
  'jobType',
  'employmentType',
  'birthDate',
  'age',
  'hireDate',
  'status',
  'concurrentPosts',
  'isHead',
  'email',
];

const HEADERS =
  '職員番号,氏名,カナ,所属コード,所属名,所属コード階層,職位,級,職種,任用形態,生年月日,年齢,採用年月日,状態,兼務,所属長,メール';

/**
 * A roster in the format that `parseRoster` reads, with nothing lost: codes of all levels of a department are written beside its names.
 * Departments that hold nobody, and concurrent posts in them, need the list of `writeDepartmentsCsv` beside it.
 * @param positions names to write for positions; without them their keys are written, which are read as well.
 * @throws DomainError in CP932 on a character that CP932 does not have.
 */
export function writeRosterCsv(
  records: Iterable<StaffRecord>,
  departments: readonly DepartmentRecord[],
  options: ToCsvOptions & { readonly positions?: readonly Position[] } = {},
): Buffer {
  const byCode = new Map(departments.map((department) => [department.code, department]));
  const parents = new Map(
    departments.flatMap(({ code, parentCode }) => (parentCode === null ? [] : [[code, parentCode] as const])),
  );
  function* rows(): Generator<string[]> {
    yield HEADERS.split(',');
    for (const record of records) {
      const texts = fieldTexts(record, options.positions ?? []);
      const codes = lineageOf(record.departmentCode, parents).reverse();
      const names = codes.map((code) => byCode.get(code)?.name ?? code);
      yield [
        record.staffNumber,
        ...BEFORE_DEPARTMENT.map((field) => texts[field]),
        record.departmentCode,
        departmentPathText(names),
        codes.join('/'),
        ...AFTER_DEPARTMENT.map((field) => texts[field]),
      ];
    }
  }
  return toCsv(rows(), options);
}

/** All departments in the format that `parseDepartments` reads. @throws DomainError as `writeRosterCsv`. */
export function writeDepartmentsCsv(departments: readonly DepartmentRecord[], options: ToCsvOptions = {}): Buffer {
  const rows = departments.map(({ code, name, parentCode }) => [code, name, parentCode]);
  return toCsv([['所属コード', '所属名', '上位所属コード'], ...rows], options);
}
