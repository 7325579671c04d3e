import type { Provider } from '@nestjs/common';
import {
  AccessCodeRepository,
  AccountRepository,
  AttendanceRepository,
  CourseRepository,
  CustodyRepository,
  EnrolmentRepository,
  FileUploadRepository,
  HeadRepository,
  JobRepository,
  LineageRepository,
  OrganisationRepository,
  ParticipationRepository,
  PeopleRepository,
  ReleaseRepository,
  RosterRepository,
  SuccessionRepository,
  SurveyRepository,
  TableRequestRepository,
  TrainingPeopleRepository,
  TrainingRepository,
  TrainingSessionRepository,
} from '#database';
import { DataSource } from 'typeorm';

const CLASSES = [
  AccessCodeRepository,
  AccountRepository,
  AttendanceRepository,
  CourseRepository,
  CustodyRepository,
  EnrolmentRepository,
  FileUploadRepository,
  HeadRepository,
  JobRepository,
  LineageRepository,
  OrganisationRepository,
  ParticipationRepository,
  PeopleRepository,
  ReleaseRepository,
  RosterRepository,
  SuccessionRepository,
  SurveyRepository,
  TableRequestRepository,
  TrainingPeopleRepository,
  TrainingRepository,
  TrainingSessionRepository,
];

/** Repositories know nothing of Nest: each is made from the one data source. */
export const REPOSITORIES: Provider[] = CLASSES.map((Repository) => ({
  provide: Repository,
  useFactory: (dataSource: DataSource) => new Repository(dataSource),
  inject: [DataSource],
}));
