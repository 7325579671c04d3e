import type { AttributeDefinition, Questionnaire } from '#survey-model';
import type { components } from './schema.generated.js';

type Schemas = components['schemas'];

export type Problem = Schemas['Problem'];
export type Session = Schemas['SessionResponse'];
export type Account = Schemas['AccountResponse'];
export type Role = Account['roles'][number];
export type AccessCodeIssue = Schemas['AccessCodeIssueResponse'];
export type MySurvey = Schemas['MySurveyResponse'];
export type BlindSignature = Schemas['BlindSignatureResponse'];
export type OwnTicketReply = Schemas['OwnTicketResponse'];
export interface AttributeCounts {
  readonly attributes: readonly string[];
  /** Values in the order of `attributes`, null where the roster has none, then how many. */
  readonly counts: readonly (readonly (string | number | null)[])[];
}
export type Custody = Schemas['CustodyResponse'];
export type TallyKey = Schemas['TallyKeyRequest'];
export type KeyChallenge = Schemas['KeyChallengeBody'];
export type NotDone = Schemas['NotDoneResponse'];
export type Survey = Schemas['SurveyResponse'];
export type Participation = Schemas['ParticipationResponse'];
export type ParticipationGroup = Schemas['ParticipationGroup'];
export type Department = Schemas['DepartmentResponse'];
export type StaffMember = Omit<Schemas['StaffMemberResponse'], 'roles'> & { readonly roles: readonly Role[] };
export interface StaffPage {
  readonly total: number;
  readonly staff: readonly StaffMember[];
}
export type FileImport = Schemas['ImportResponse'];
export type ImportReport = Schemas['ImportReport'];
export type PersonChange = Schemas['PersonChange'];
export type Job = Schemas['JobResponse'];
export interface TrainingMethod {
  readonly method: string;
  readonly audience?: readonly string[];
}
export type Programme = Omit<Schemas['ProgrammeResponse'], 'methods'> & { readonly methods: readonly TrainingMethod[] };
export type TrainingPlan = Omit<Schemas['TrainingPlanResponse'], 'programmes'> & {
  readonly programmes: readonly Programme[];
};
export type CellScore = Schemas['CellScoreResponse'];
export type ItemScore = Schemas['ItemScoreResponse'];
export type CategoryScore = Schemas['CategoryScoreResponse'];
export type EarlierCell = Schemas['EarlierCellResponse'];
export type Wave = Schemas['WaveResponse'];
export type Bounds = Schemas['BoundsResponse'];
export type Difference = Schemas['DifferenceResponse'];
export type WholeStatistics = Schemas['WholeStatisticsResponse'];
export type WeightedMeans = Schemas['WeightedMeansResponse'];
export type Drivers = Schemas['DriversResponse'];
export type TableRequest = Schemas['TableRequestResponse'];
export type TableRequests = Schemas['TableRequestsResponse'];
export type ChoiceScore = Schemas['ChoiceScoreResponse'];

/** OpenAPI knows a questionnaire only as an object; its real shape is the domain type, which the server validates. */
type WithQuestionnaire<T> = Omit<T, 'questionnaire'> & { readonly questionnaire: Questionnaire };

export type SurveyDetail = WithQuestionnaire<Schemas['SurveyDetailResponse']>;
export type SurveyDraft = WithQuestionnaire<Schemas['CreateSurveyRequest']>;
export type QuestionnaireSummary = WithQuestionnaire<Schemas['QuestionnaireSummary']>;
export type Results = Omit<WithQuestionnaire<Schemas['ResultsResponse']>, 'attributes'> & {
  readonly attributes: readonly AttributeDefinition[];
};
