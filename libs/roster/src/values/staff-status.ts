import { STAFF_STATUS_LABEL, STAFF_STATUSES, type StaffStatus } from '#survey-model';

const WORDS: Readonly<Record<StaffStatus, readonly string[]>> = {
  active: ['在職', '在籍', '現職', '在職中', '勤務', '勤務中', '通常', '復職'],
  leave: ['休職', '休職中', '病休', '病気休職', '分限休職', '休業', '介護休業', '配偶者同行休業', '自己啓発等休業'],
  'childcare-leave': [
    '育休',
    '育児休業',
    '育児休業中',
    '育休中',
    '産休',
    '産前産後休暇',
    'childcare leave',
    'parental leave',
  ],
  seconded: ['派遣', '派遣中', '出向', '出向中', '研修派遣'],
};

const STATUS_BY_WORD = new Map(
  STAFF_STATUSES.flatMap((status) =>
    [status, STAFF_STATUS_LABEL[status], ...WORDS[status]].map((word) => [word, status] as const),
  ),
);

/** 在職, 休職, 育休, 派遣 and other words for them; a blank is 在職. Null when unknown. */
export function readStatus(text: string): StaffStatus | null {
  const word = text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  return word === '' ? 'active' : (STATUS_BY_WORD.get(word) ?? STATUS_BY_WORD.get(text.trim().toLowerCase()) ?? null);
}
