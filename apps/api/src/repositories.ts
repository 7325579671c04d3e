import type { Provider } from '@nestjs/common';
import {
  AccessCodeRepository,
  AccountRepository,
  CustodyRepository,
  FileUploadRepository,
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
} from '#database';
import { DataSource } from 'typeorm';

const CLASSES = [
  AccessCodeRepository,
  AccountRepository,
  CustodyRepository,
  FileUploadRepository,
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
];

/** Repositories know nothing of Nest: each is made from the one data source. */
export const REPOSITORIES: Provider[] = CLASSES.map((Repository) => ({
  provide: Repository,
  useFactory: (dataSource: DataSource) => new Repository(dataSource),
  inject: [DataSource],
}));
