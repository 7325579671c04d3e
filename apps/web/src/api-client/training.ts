import { client, send } from './client.js';
import type { Job, TrainingPlan } from './types.js';

export const getTrainingPlan = async (): Promise<TrainingPlan> =>
  (await send(client.GET('/api/training/plan'))) as unknown as TrainingPlan;

export const recomputeTargets = (): Promise<Job> => send(client.POST('/api/training/targets'));
