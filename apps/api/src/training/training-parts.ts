import { TrainingPlanEditingController } from './plan.controller.js';
import { TrainingTargetsController } from './targets.controller.js';
import { TrainingProgressController } from './progress.controller.js';
import { CoursesController } from './courses.controller.js';
import { TrainingSessionsController } from './sessions.controller.js';
import { EnrolmentsController } from './enrolments.controller.js';
import { CandidatesController } from './candidates.controller.js';
import { MyTrainingController } from './my-training.controller.js';
import { LearningRecordsController } from './learning-records.controller.js';
import { TrainingController } from './training.controller.js';
import { TrainingPlanEditingService } from './plan.service.js';
import { FixedTargetCheck } from './fixed-target-check.service.js';
import { PlanSurroundingsService } from './plan-surroundings.service.js';
import { TrainingTargetsService } from './targets.service.js';
import { TrainingProgressService } from './progress.service.js';
import { CoursesService } from './courses.service.js';
import { SessionPlanningService } from './session-planning.service.js';
import { TrainingSessionsService } from './sessions.service.js';
import { AttendanceService } from './attendance.service.js';
import { SeatingService } from './seating.service.js';
import { EnrolmentsService } from './enrolments.service.js';
import { InvitationsService } from './invitations.service.js';
import { NominationsService } from './nominations.service.js';
import { CandidateRankingService } from './candidate-ranking.service.js';
import { CandidatesService } from './candidates.service.js';
import { LettersService } from './letters.service.js';
import { ListedPlacesService } from './listed-places.service.js';
import { MyTrainingService } from './my-training.service.js';
import { UnitProgressService } from './unit-progress.service.js';
import { UnitTrainingService } from './unit-training.service.js';
import { LearningRecordsService } from './learning-records.service.js';
import { ParkedAnswersService } from './parked-answers.service.js';
import { TrainingService } from './training.service.js';

/** Everything about training, for `api.module`. */
export const TRAINING_CONTROLLERS = [
  TrainingController,
  TrainingPlanEditingController,
  TrainingTargetsController,
  TrainingProgressController,
  CoursesController,
  TrainingSessionsController,
  EnrolmentsController,
  CandidatesController,
  MyTrainingController,
  LearningRecordsController,
];

export const TRAINING_SERVICES = [
  TrainingService,
  TrainingPlanEditingService,
  FixedTargetCheck,
  PlanSurroundingsService,
  TrainingTargetsService,
  TrainingProgressService,
  CoursesService,
  TrainingSessionsService,
  SessionPlanningService,
  AttendanceService,
  SeatingService,
  EnrolmentsService,
  NominationsService,
  InvitationsService,
  CandidateRankingService,
  CandidatesService,
  LettersService,
  ListedPlacesService,
  MyTrainingService,
  UnitProgressService,
  UnitTrainingService,
  LearningRecordsService,
  ParkedAnswersService,
];
