import type { Provider } from '@nestjs/common';
import {
  AccessCodeRepository,
  AccountRepository,
  CourseRecordRepository,
  CustodyRepository,
  FileUploadRepository,
  ForecastRepository,
  JobRepository,
  LineageRepository,
  OrganisationRepository,
  ParticipationRepository,
  PeopleRepository,
  PlanRepository,
  ReleaseRepository,
  RosterRepository,
  SuccessionRepository,
  SurveyRepository,
  TableRequestRepository,
  TargetRepository,
  TrainingRepository,
} from '#database';
import { DataSource } from 'typeorm';

const CLASSES = [
  AccessCodeRepository,
  AccountRepository,
  CourseRecordRepository,
  CustodyRepository,
  FileUploadRepository,
  ForecastRepository,
  JobRepository,
  LineageRepository,
  OrganisationRepository,
  ParticipationRepository,
  PeopleRepository,
  PlanRepository,
  ReleaseRepository,
  RosterRepository,
  SuccessionRepository,
  SurveyRepository,
  TableRequestRepository,
  TargetRepository,
  TrainingRepository,
];

/** Repositories know nothing of Nest: each is made from the one data source. */
export const REPOSITORIES: Provider[] = CLASSES.map((Repository) => ({
  provide: Repository,
  useFactory: (dataSource: DataSource) => new Repository(dataSource),
  inject: [DataSource],
}));
