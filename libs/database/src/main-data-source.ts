import type { DataSourceOptions } from 'typeorm';
import { AccountEntity } from './identity/account.entity.js';
import { DepartmentEntity } from './identity/department.entity.js';
import { FileImportEntity } from './identity/file-import.entity.js';
import {
  AccessCodeIssueEntity,
  AuditEventEntity,
  OrganisationEntity,
  PositionEntity,
  SetupLinkEntity,
} from './identity/organisation.entity.js';
import { ParticipationEntity } from './identity/participation.entity.js';
import { StaffMemberEntity } from './identity/staff-member.entity.js';
import { SurveyEntity } from './identity/survey.entity.js';
import { JobEntity, JobFileEntity } from './jobs/job.entity.js';
import { ReleaseEntity, ScoreEntity } from './results/release.entity.js';
import { SurveyFrameEntity } from './results/survey-frame.entity.js';
import { CompletionEntity, PlanYearEntity, ProgrammeEntity, ProgressEntity } from './training/training.entity.js';

export const MAIN_ENTITIES = [
  AccessCodeIssueEntity,
  AccountEntity,
  AuditEventEntity,
  CompletionEntity,
  DepartmentEntity,
  FileImportEntity,
  JobEntity,
  JobFileEntity,
  OrganisationEntity,
  ParticipationEntity,
  PlanYearEntity,
  PositionEntity,
  ProgrammeEntity,
  ProgressEntity,
  ReleaseEntity,
  ScoreEntity,
  SetupLinkEntity,
  StaffMemberEntity,
  SurveyEntity,
  SurveyFrameEntity,
];

/** Connection to the identified side (schemas identity, results, training, jobs) under whatever role the URL names. */
export function mainDataSourceOptions(url: string): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: MAIN_ENTITIES,
    synchronize: false,
    logging: false,
    extra: { max: 10, connectionTimeoutMillis: 20_000, application_name: 'nobinobi' },
  };
}
