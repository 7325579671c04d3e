import { employmentTypeLabel, STAFF_STATUS_LABEL, type Position, type StaffRecord } from '#survey-model';
import { concurrentPostsText } from '../values/concurrent-posts.js';

export type ComparedField = Exclude<keyof StaffRecord, 'staffNumber' | 'departmentCode'>;

export interface FieldDifference {
  readonly field: ComparedField;
  /** Japanese name of the field. */
  readonly label: string;
  /** As people read them; "" for none. */
  readonly before: string;
  readonly after: string;
}

const LABELS: Readonly<Record<ComparedField, string>> = {
  name: '氏名',
  kana: 'カナ',
  positionKey: '職位',
  grade: '級',
  jobType: '職種',
  employmentType: '任用形態',
  birthDate: '生年月日',
  age: '年齢',
  hireDate: '採用年月日',
  status: '状態',
  concurrentPosts: '兼務',
  isHead: '所属長',
  email: 'メール',
};

/** The fields in which two records of one person differ, department apart. */
export function fieldChanges(
  before: StaffRecord,
  after: StaffRecord,
  positions: readonly Position[] = [],
): FieldDifference[] {
  const texts = [before, after].map((record) => fieldTexts(record, positions));
  return (Object.keys(LABELS) as ComparedField[]).flatMap((field) => {
    const [old = '', now = ''] = texts.map((text) => text[field]);
    return old === now ? [] : [{ field, label: LABELS[field], before: old, after: now }];
  });
}

/** The fields of a record as a roster file writes them. */
export function fieldTexts(record: StaffRecord, positions: readonly Position[]): Record<ComparedField, string> {
  const names = new Map(positions.map(({ key, name }) => [key, name]));
  const nameOf = (key: string): string => names.get(key) ?? key;
  return {
    name: record.name,
    kana: record.kana ?? '',
    positionKey: nameOf(record.positionKey),
    grade: record.grade === null ? '' : String(record.grade),
    jobType: record.jobType,
    employmentType: employmentTypeLabel(record.employmentType),
    birthDate: record.birthDate ?? '',
    age: record.age === null ? '' : String(record.age),
    hireDate: record.hireDate ?? '',
    status: STAFF_STATUS_LABEL[record.status],
    concurrentPosts: concurrentPostsText(record.concurrentPosts, nameOf),
    isHead: record.isHead ? '○' : '',
    email: record.email ?? '',
  };
}
