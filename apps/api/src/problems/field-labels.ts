/** What the pages call the fields of a request, so that a message names what the reader sees. */
const LABELS: Readonly<Record<string, string>> = {
  acceptValid: '正しい行だけの取り込み',
  accessCode: 'アクセスコード',
  closesOn: '締切日',
  departmentCode: '組織コード',
  displayName: '表示名',
  excludedEmploymentTypes: '除外する任用形態',
  excludedJobTypes: '除外する職種',
  excludedStatuses: '除外する状態',
  fiscalYear: '年度',
  kind: '種類',
  limit: '件数',
  login: '職員番号(ログイン名)',
  mapping: '列の対応',
  message: '回答券の要求',
  minGroup: '表示する最小の人数',
  name: '名称',
  newPassword: '新しいパスワード',
  offset: '開始位置',
  opensOn: '開始日',
  organisation: '団体名',
  paperUntil: '紙の入力期限',
  password: 'パスワード',
  query: '検索語',
  questionnaire: '調査票',
  roles: '権限',
  staffNumber: '職員番号',
  staffNumbers: '職員番号',
  targetRule: '対象の決め方',
  title: '調査名',
  token: '初期設定リンク',
};

/** The label of a field, or its own name where the pages have none. */
export function fieldLabel(field: string): string {
  return LABELS[field] ?? field;
}
