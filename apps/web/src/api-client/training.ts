import { client, send } from './client.js';
import type { Job, TrainingPlan } from './types.js';

export const getTrainingPlan = (): Promise<TrainingPlan> => send(client.GET('/api/training/plan'));

export const recomputeTargets = (): Promise<Job> => send(client.POST('/api/training/targets'));
