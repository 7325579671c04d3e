import { TrainingPlanEditingController } from './plan.controller.js';
import { TrainingProgressController } from './progress.controller.js';
import { CoursesController } from './courses.controller.js';
import { TrainingSessionsController } from './sessions.controller.js';
import { EnrolmentsController } from './enrolments.controller.js';
import { CandidatesController } from './candidates.controller.js';
import { MyTrainingController } from './my-training.controller.js';
import { LearningRecordsController } from './learning-records.controller.js';
import { TrainingController } from './training.controller.js';
import { TrainingPlanEditingService } from './plan.service.js';
import { TrainingProgressService } from './progress.service.js';
import { CoursesService } from './courses.service.js';
import { TrainingSessionsService } from './sessions.service.js';
import { EnrolmentsService } from './enrolments.service.js';
import { CandidatesService } from './candidates.service.js';
import { MyTrainingService } from './my-training.service.js';
import { LearningRecordsService } from './learning-records.service.js';
import { ParkedAnswersService } from './parked-answers.service.js';
import { TrainingService } from './training.service.js';

/** Everything about training, for `api.module`. */
export const TRAINING_CONTROLLERS = [
  TrainingController,
  TrainingPlanEditingController,
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
  TrainingProgressService,
  CoursesService,
  TrainingSessionsService,
  EnrolmentsService,
  CandidatesService,
  MyTrainingService,
  LearningRecordsService,
  ParkedAnswersService,
];
