import type { ColumnDefinition, ColumnMapping } from '../columns/column-definition.js';

export const ROSTER_FIELDS = [
  'staffNumber',
  'name',
  'kana',
  'departmentCode',
  'departmentPath',
  'departmentCodePath',
  'parentDepartmentCode',
  'bureauName',
  'sectionName',
  'teamName',
  'position',
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
] as const;
export type RosterField = (typeof ROSTER_FIELDS)[number];
export type RosterMapping = ColumnMapping<RosterField>;

const column = (
  field: RosterField,
  label: string,
  synonyms: string,
  required = false,
): ColumnDefinition<RosterField> => ({
  field,
  label,
  required,
  synonyms: synonyms.split(/\s*,\s*/),
});

/** Columns of a roster (名簿). 個人番号 is no synonym of 職員番号: it is the My Number, which must never be imported. */
export const ROSTER_COLUMNS: readonly ColumnDefinition<RosterField>[] = [
  column(
    'staffNumber',
    '職員番号',
    '社員番号, 職員コード, 職員No, 職員ID, staff number, staff no, staff id, employee number, employee no, employee id',
    true,
  ),
  column('name', '氏名', '名前, 職員氏名, 職員名, 漢字氏名, 氏名漢字, full name, staff name', true),
  column('kana', 'カナ', 'フリガナ, ふりがな, かな, 氏名カナ, カナ氏名, 氏名フリガナ, 氏名かな, furigana'),
  column(
    'departmentCode',
    '所属コード',
    '組織コード, 部署コード, 部課コード, 所属CD, 組織CD, dept code, department id',
    true,
  ),
  column(
    'departmentPath',
    '所属名',
    '所属, 所属名称, 所属パス, 組織, 組織名, 組織名称, 部署, 部署名, 部課名, 配属, 配属先, department, department name, dept name',
  ),
  column('departmentCodePath', '所属コード階層', '組織コード階層, 所属コードパス'),
  column(
    'parentDepartmentCode',
    '上位所属コード',
    '親所属コード, 上位組織コード, 親組織コード, parent code, parent department',
  ),
  column('bureauName', '部名', '部, 部名称, 局, 局名, 部局, 部局名, bureau'),
  column('sectionName', '課名', '課, 課名称, 課室, 課室名, section'),
  column('teamName', 'チーム名', 'チーム, 係, 係名, 係名称, 班, 班名, グループ名, team'),
  column('position', '職位', '補職名, 補職, 役職, 役職名, 職名, 職階, position name, title, job title'),
  column('grade', '級', '等級, 職務の級, 職級, 給料の級'),
  column('jobType', '職種', '職種名, 職種区分, occupation'),
  column('employmentType', '任用形態', '雇用形態, 任用区分, 雇用区分, 任用種別, employment'),
  column('birthDate', '生年月日', '誕生日, date of birth, birthday, dob'),
  column('age', '年齢', '満年齢'),
  column('hireDate', '採用年月日', '採用日, 入庁年月日, 入庁日, 入職日, date of hire, joined on'),
  column('status', '状態', '在職区分, 在籍区分, 在職状況, 在職状態, 勤務状態, 休職区分'),
  column('concurrentPosts', '兼務', '兼務所属, 兼務先, 兼職, 併任, concurrent post, concurrent'),
  column('isHead', '所属長', '所属長区分, 所属長フラグ, 管理者, head, department head'),
  column('email', 'メール', 'メールアドレス, Eメール, 電子メール, mail, mail address, email address'),
];
