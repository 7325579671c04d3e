/** draft 準備中 -> open 受付中 -> paper-entry 紙の入力中 (optional) -> closed 締切・集計中 -> released 公表済み. */
export const SURVEY_STATES = ['draft', 'open', 'paper-entry', 'closed', 'released'] as const;
export type SurveyState = (typeof SURVEY_STATES)[number];

export const SURVEY_STATE_LABEL: Readonly<Record<SurveyState, string>> = {
  draft: '準備中',
  open: '受付中',
  'paper-entry': '紙の回答を入力中',
  closed: '締切(集計中)',
  released: '公表済み',
};

const NEXT: Readonly<Record<SurveyState, readonly SurveyState[]>> = {
  draft: ['open'],
  open: ['paper-entry', 'closed'],
  'paper-entry': ['closed'],
  closed: ['released'],
  released: [],
};

export function canMove(from: SurveyState, to: SurveyState): boolean {
  return NEXT[from].includes(to);
}
