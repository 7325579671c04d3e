import type { Provider } from '@nestjs/common';
import {
  AccessCodeRepository,
  AccountRepository,
  CourseCompletionRepository,
  CustodyRepository,
  FileUploadRepository,
  JobRepository,
  LineageRepository,
  OrganisationRepository,
  ParkedStatementRepository,
  ParticipationRepository,
  PeopleRepository,
  ReleaseRepository,
  RosterRepository,
  StatementRepository,
  StatementSourceRepository,
  SuccessionRepository,
  SurveyRepository,
  TableRequestRepository,
  TrainingRepository,
} from '#database';
import { DataSource } from 'typeorm';

const CLASSES = [
  AccessCodeRepository,
  AccountRepository,
  CourseCompletionRepository,
  CustodyRepository,
  FileUploadRepository,
  JobRepository,
  LineageRepository,
  OrganisationRepository,
  ParkedStatementRepository,
  ParticipationRepository,
  PeopleRepository,
  ReleaseRepository,
  RosterRepository,
  StatementRepository,
  StatementSourceRepository,
  SuccessionRepository,
  SurveyRepository,
  TableRequestRepository,
  TrainingRepository,
];

/** Repositories know nothing of Nest: each is made from the one data source. */
export const REPOSITORIES: Provider[] = CLASSES.map((Repository) => ({
  provide: Repository,
  useFactory: (dataSource: DataSource) => new Repository(dataSource),
  inject: [DataSource],
}));
