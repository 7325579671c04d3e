import type { CreateSurveyRequest, SurveyDetailResponse } from '#contract';
import type { ApiVisitor } from './api-visitor.js';

/** One question, October 2026, paper until November 10th. */
export const SMALL_SURVEY: CreateSurveyRequest = {
  title: '小さな調査',
  fiscalYear: 2026,
  opensOn: '2026-10-01',
  closesOn: '2026-10-31',
  paperUntil: '2026-11-10',
  minGroup: 5,
  targetRule: { excludedJobTypes: ['教育職'], excludedStatuses: [], excludedEmploymentTypes: [] },
  custody: 'worker',
  destroyAfterDays: 30,
  questionnaire: {
    key: 'small',
    title: '調査票',
    sections: [
      {
        key: 's1',
        title: '仕事',
        questions: [{ code: 'q1', text: '働き続けたい', type: 'scale', scale: { min: 1, max: 5 } }],
      },
    ],
    scoring: { items: ['q1'], categories: [], bands: null },
  },
};

export async function createSmallSurvey(hr: ApiVisitor, changes: Partial<CreateSurveyRequest> = {}): Promise<string> {
  const survey = await hr.read<SurveyDetailResponse>(hr.post('/api/surveys', { ...SMALL_SURVEY, ...changes }), 201);
  return survey.id;
}

export async function openSmallSurvey(hr: ApiVisitor, changes: Partial<CreateSurveyRequest> = {}): Promise<string> {
  const id = await createSmallSurvey(hr, changes);
  await hr.read(hr.post(`/api/surveys/${id}/open`));
  return id;
}
