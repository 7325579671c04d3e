import { client, send } from './client.js';
import type { paths } from './schema.generated.js';
import type { AccessCodeIssue, MySurvey, Session } from './types.js';

type Body<P extends keyof paths> = paths[P] extends {
  post: { requestBody: { content: { 'application/json': infer B } } };
}
  ? B
  : never;

export const getSession = (): Promise<Session> => send(client.GET('/api/session'));

export const signIn = (body: Body<'/api/session'>): Promise<Session> => send(client.POST('/api/session', { body }));

export const signInFirst = (body: Body<'/api/session/first'>): Promise<Session> =>
  send(client.POST('/api/session/first', { body }));

export async function signOut(): Promise<void> {
  await send(client.DELETE('/api/session'));
}

/** @throws ApiProblem when the link is used up or unknown. */
export async function checkSetupToken(token: string): Promise<void> {
  await send(client.GET('/api/setup/{token}', { params: { path: { token } } }));
}

export const setUp = (body: Body<'/api/setup'>): Promise<Session> => send(client.POST('/api/setup', { body }));

export const getMySurveys = (): Promise<MySurvey[]> => send(client.GET('/api/me/surveys'));

export const getMyAccessCodeIssues = (): Promise<AccessCodeIssue[]> => send(client.GET('/api/me/access-code-issues'));
