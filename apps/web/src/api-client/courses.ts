import { client, send } from './client.js';
import type { components } from './schema.generated.js';
import type { Job } from './types.js';

type Schemas = components['schemas'];
export type Course = Schemas['CourseResponse'];
export type CourseDraft = Schemas['CourseBody'];
export type TrainingSession = Schemas['TrainingSessionResponse'];
export type TrainingSessionDraft = Schemas['TrainingSessionBody'];
export type TrainingSessionDetail = Schemas['TrainingSessionDetailResponse'];
export type Enrolment = Schemas['EnrolmentResponse'];
export type OwnPlace = Schemas['OwnPlaceResponse'];
export type Nomination = Schemas['NominationResponse'];
export type AttendanceEntry = Schemas['AttendanceEntry'];
export type SessionDocument = Schemas['SessionDocumentRequest']['kind'];

const at = (id: string) => ({ params: { path: { id } } });

/** Every course, those withdrawn last. */
export const listCourses = (): Promise<Course[]> => send(client.GET('/api/training/courses'));

export const createCourse = (key: string, draft: CourseDraft): Promise<Course> =>
  send(client.POST('/api/training/courses', { body: { ...draft, key } }));

export const updateCourse = (key: string, body: CourseDraft): Promise<Course> =>
  send(client.PUT('/api/training/courses/{key}', { params: { path: { key } }, body }));

export interface SessionQuery {
  /** Sessions that end on or after this day ("YYYY-MM-DD"); left out: today. */
  readonly from?: string;
  readonly until?: string;
  readonly courseKey?: string;
}

/** Sessions in order of time, with the reader's own place. */
export const listTrainingSessions = (query: SessionQuery = {}): Promise<TrainingSession[]> =>
  send(client.GET('/api/training/sessions', { params: { query } }));

export const getTrainingSession = (id: string): Promise<TrainingSessionDetail> =>
  send(client.GET('/api/training/sessions/{id}', at(id)));

export const createTrainingSession = (body: TrainingSessionDraft): Promise<TrainingSession> =>
  send(client.POST('/api/training/sessions', { body }));

export const updateTrainingSession = (id: string, body: TrainingSessionDraft): Promise<TrainingSession> =>
  send(client.PUT('/api/training/sessions/{id}', { ...at(id), body }));

/** Calls a session off; everybody enrolled is told. */
export const cancelTrainingSession = (id: string, reason: string): Promise<TrainingSession> =>
  send(client.POST('/api/training/sessions/{id}/cancel', { ...at(id), body: { reason } }));

/** @param close settle it: whoever attended (and passed) has completed the course */
export const saveAttendance = (
  id: string,
  entries: readonly AttendanceEntry[],
  close: boolean,
): Promise<TrainingSessionDetail> =>
  send(client.PUT('/api/training/sessions/{id}/attendance', { ...at(id), body: { entries: [...entries], close } }));

export const buildSessionDocument = (id: string, kind: SessionDocument): Promise<Job> =>
  send(client.POST('/api/training/sessions/{id}/documents', { ...at(id), body: { kind } }));

/** Applies for oneself: a seat, or a place in the line. */
export const applyForSession = (id: string): Promise<Enrolment> =>
  send(client.POST('/api/training/sessions/{id}/applications', at(id)));

export const nominate = (id: string, staffNumbers: readonly string[], reason: string): Promise<Nomination> =>
  send(
    client.POST('/api/training/sessions/{id}/nominations', {
      ...at(id),
      body: { staffNumbers: [...staffNumbers], reason },
    }),
  );

export const decideEnrolment = (id: string, approve: boolean, reason: string): Promise<Enrolment> =>
  send(client.POST('/api/training/enrolments/{id}/decision', { ...at(id), body: { approve, reason } }));

/** Gives a place back; the next in line moves up. */
export const cancelEnrolment = (id: string, reason: string): Promise<Enrolment> =>
  send(client.POST('/api/training/enrolments/{id}/cancel', { ...at(id), body: { reason } }));

/** The own seat as a calendar file. */
export const invitationUrl = (id: string): string => `/api/training/enrolments/${encodeURIComponent(id)}/invitation`;
