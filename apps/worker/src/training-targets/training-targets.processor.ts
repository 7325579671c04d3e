import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import {
  CourseRecordRepository,
  insertJob,
  JobRepository,
  TargetRepository,
  TrainingRepository,
  type ComputedStanding,
} from '#database';
import { newJob, type EmptyPayload } from '#queue';
import { DataSource, type EntityManager } from 'typeorm';
import { targetChanges } from '#training-plan';
import type { JobHandler, JobRun } from '../queue/job-handler.js';
import { CLOCK } from '../tokens.js';
import { CourseCompletionService } from './course-completion.service.js';
import { TrainingFactsService } from '../training-facts/training-facts.service.js';
import { standingOf } from './standing.js';
