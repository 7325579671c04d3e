import type { DemoCity } from './demo-city.js';
import type { DemoCompletion } from './demo-training.js';
import type { ReorganisedCity } from './reorganised-city.js';

const ROSTER_HEADERS = [
  '職員番号',
  '氏名',
  'カナ',
  '所属コード',
  '所属名',
  '職位',
  '級',
  '職種',
  '任用形態',
  '生年月日',
  '採用年月日',
  '状態',
  '所属長',
  'メール',
];

/** The roster as a personnel system exports it. */
export function rosterCsv(city: DemoCity): string {
  const rows = city.staff.map((person) => [
    person.staffNumber,
    person.name,
    person.kana,
    person.department.code,
    person.department.path,
    person.position,
    person.grade ?? '',
    person.jobType,
    person.employmentType,
    person.birthDate,
    person.hireDate,
    person.status,
    person.isHead ? '○' : '',
    `s${person.staffNumber}@nozomi.example.jp`,
  ]);
  return csv([ROSTER_HEADERS, ...rows]);
}

/** Which unit took over which, with names for the people who read it. */
export function successionsCsv(before: DemoCity, after: ReorganisedCity): string {
  const [oldNames, newNames] = [before, after].map(
    ({ departments }) => new Map(departments.map(({ code, path }) => [code, path])),
  );
  const rows = after.successions.map(({ oldCode, newCode }) => [
    ...[oldCode, oldNames?.get(oldCode) ?? ''],
    ...[newCode, newNames?.get(newCode) ?? ''],
  ]);
  return csv([['旧組織コード', '旧組織名', '新組織コード', '新組織名'], ...rows]);
}

export function completionsCsv(completions: readonly DemoCompletion[]): string {
  const rows = completions.map(({ staffNumber, programme, completedOn }) => [staffNumber, programme, completedOn]);
  return csv([['職員番号', '研修', '修了日'], ...rows]);
}

function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows
    .map((row) =>
      row.map((cell) => (/[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell)).join(','),
    )
    .join('\r\n');
}
