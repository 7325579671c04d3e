import type { SnapshotRow, SurveyEntity, SurveyFrameEntity } from '#database';
import {
  DETAIL_MIN_GROUP,
  addDays,
  endOfDayInJapan,
  withOrganisation,
  type DepartmentRecord,
  type Position,
} from '#survey-model';
import { refuseEmptyTarget } from './opening-guards.js';
import { surveyAttributes } from './survey-attributes.js';

export interface FrameParts {
  readonly survey: SurveyEntity;
  readonly ticketPublicKey: string;
  readonly paperTicketPublicKey: string | null;
  readonly snapshot: readonly SnapshotRow[];
  readonly organisation: string;
  readonly departments: readonly DepartmentRecord[];
  readonly positions: readonly Position[];
}

/** What the tally may know of a survey: everything but people. @throws DomainError "target-empty" */
export function frameOf({
  survey,
  ticketPublicKey,
  paperTicketPublicKey,
  snapshot,
  organisation,
  departments,
  positions,
}: FrameParts): SurveyFrameEntity {
  refuseEmptyTarget(snapshot.length);
  return {
    surveyId: survey.id,
    title: survey.title,
    organisation,
    fiscalYear: survey.fiscalYear,
    opensOn: survey.opensOn,
    closesOn: survey.closesOn,
    closesAt: endOfDayInJapan(survey.closesOn),
    paperClosesAt: survey.paperUntil === null ? null : endOfDayInJapan(survey.paperUntil),
    invited: snapshot.length,
    minGroup: survey.minGroup,
    // Distributions never need fewer people than means do.
    detailMinGroup: Math.max(DETAIL_MIN_GROUP, survey.minGroup),
    questionnaire: withOrganisation(survey.questionnaire, organisation),
    attributes: surveyAttributes(snapshot, departments, positions),
    ticketPublicKey,
    paperTicketPublicKey,
    custody: survey.custody,
    destroyOn: addDays(survey.paperUntil ?? survey.closesOn, survey.destroyAfterDays + 1),
  };
}
