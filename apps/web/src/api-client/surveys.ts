import type { Questionnaire } from '#survey-model';
import { client, send, sendRaw } from './client.js';
import type { NotDone, Participation, QuestionnaireSummary, Survey, SurveyDetail, SurveyDraft } from './types.js';

const at = (id: string) => ({ params: { path: { id } } });

/** The domain type is read-only and closed; OpenAPI only knows "an object". */
const asBody = (draft: SurveyDraft) => ({ ...draft, questionnaire: { ...draft.questionnaire } });

export const listSurveys = (): Promise<Survey[]> => send(client.GET('/api/surveys'));

export const getSurvey = async (id: string): Promise<SurveyDetail> =>
  (await send(client.GET('/api/surveys/{id}', at(id)))) as unknown as SurveyDetail;

export const createSurvey = async (draft: SurveyDraft): Promise<SurveyDetail> =>
  (await send(client.POST('/api/surveys', { body: asBody(draft) }))) as unknown as SurveyDetail;

export const updateSurvey = async (id: string, draft: SurveyDraft): Promise<SurveyDetail> =>
  (await send(client.PUT('/api/surveys/{id}', { ...at(id), body: asBody(draft) }))) as unknown as SurveyDetail;

export async function deleteSurvey(id: string): Promise<void> {
  await send(client.DELETE('/api/surveys/{id}', at(id)));
}

export const openSurvey = (id: string): Promise<Survey> => send(client.POST('/api/surveys/{id}/open', at(id)));
export const startPaperEntry = (id: string): Promise<Survey> =>
  send(client.POST('/api/surveys/{id}/paper-entry', at(id)));
export const closeSurvey = (id: string): Promise<Survey> => send(client.POST('/api/surveys/{id}/close', at(id)));

export const getParticipation = (id: string): Promise<Participation> =>
  send(client.GET('/api/surveys/{id}/participation', at(id)));

export async function markPaper(id: string, staffNumber: string): Promise<void> {
  const body = JSON.stringify({ staffNumber });
  const headers = { 'Content-Type': 'application/json' };
  await sendRaw(`/api/surveys/${encodeURIComponent(id)}/paper-marks`, { method: 'POST', headers, body });
}

/** Whom to remind. */
export const listNotDone = (id: string): Promise<NotDone[]> => send(client.GET('/api/surveys/{id}/not-done', at(id)));

/** Allows a second ticket to somebody who lost the recovery code: counted, published, and shown to the person. */
export async function grantException(id: string, staffNumber: string, reason: string): Promise<void> {
  await send(client.POST('/api/surveys/{id}/ticket-exceptions', { ...at(id), body: { staffNumber, reason } }));
}

export const listQuestionnaires = async (): Promise<QuestionnaireSummary[]> =>
  (await send(client.GET('/api/questionnaires'))) as unknown as QuestionnaireSummary[];

export interface QuestionnaireFault {
  readonly path: string;
  readonly ja: string;
  readonly en: string;
}

/** All that is wrong with a questionnaire read from a file; empty when it may be used. */
export async function checkQuestionnaire(questionnaire: unknown): Promise<readonly QuestionnaireFault[]> {
  const response = await sendRaw('/api/questionnaires/check', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ questionnaire }),
  });
  const { errors } = (await response.json()) as { errors: readonly QuestionnaireFault[] };
  return errors;
}

/** Call it only on a value that `checkQuestionnaire` found nothing wrong with. */
export const asQuestionnaire = (checked: unknown): Questionnaire => checked as Questionnaire;
