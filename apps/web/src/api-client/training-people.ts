import { client, send } from './client.js';
import type { components } from './schema.generated.js';
import type { Job } from './types.js';

type Schemas = components['schemas'];
export type Candidate = Schemas['CandidateResponse'];
export type CandidatePage = Schemas['CandidatePageResponse'];
export type LettersSent = Schemas['LettersResponse'];
export type MyTraining = Schemas['MyTrainingResponse'];
export type MyEnrolment = Schemas['MyEnrolmentResponse'];
export type MyCompletion = Schemas['MyCompletionResponse'];
export type TrainingNotice = Schemas['NoticeResponse'];
export type UnitTraining = Schemas['UnitTrainingResponse'];
export type UnitProgramme = Schemas['UnitProgrammeResponse'];
export type UnitPerson = Schemas['UnitPersonResponse'];

export interface CandidateQuery {
  readonly programmeKey: string;
  readonly departmentCode?: string;
  readonly positionKey?: string;
  /** Name of an audience of the programme. */
  readonly audience?: string;
  readonly neverTrained?: boolean;
  /** Part of a staff number, name or kana. */
  readonly query?: string;
  readonly offset?: number;
  /** 500 at most. */
  readonly limit?: number;
}

/** Who is due next: HR sees everybody, a head the own unit. */
export const listCandidates = (query: CandidateQuery): Promise<CandidatePage> =>
  send(client.GET('/api/training/candidates', { params: { query } }));

/** Mails to many people. {氏名} and {所属} in the body stand for the person's. */
export const sendLetters = (staffNumbers: readonly string[], subject: string, body: string): Promise<LettersSent> =>
  send(client.POST('/api/training/letters', { body: { staffNumbers: [...staffNumbers], subject, body } }));

export const getMyTraining = (): Promise<MyTraining> => send(client.GET('/api/training/mine'));

/** @param subject as in `MyCompletion`: "programme:KEY" or "course:KEY" */
export const buildCertificate = (subject: string): Promise<Job> =>
  send(client.POST('/api/training/mine/certificates', { body: { subject } }));

export const getUnitTraining = (): Promise<UnitTraining> => send(client.GET('/api/training/unit'));
