import { Injectable } from '@nestjs/common';
import type {
  JobResponse,
  PlanVersionResponse,
  SavePlanRequest,
  SetTargetRequest,
  TargetRevisionResponse,
  TrainingPlanResponse,
} from '#contract';
import type { SignedInAccount } from '../security/signed-in-account.js';

@Injectable()
export class TrainingPlanEditingService {
  async savePlan(_account: SignedInAccount, _body: SavePlanRequest): Promise<TrainingPlanResponse> {
    throw new Error('to come');
  }

  async listVersions(_account: SignedInAccount): Promise<PlanVersionResponse[]> {
    throw new Error('to come');
  }

  async buildWorkbook(_account: SignedInAccount): Promise<JobResponse> {
    throw new Error('to come');
  }

  async setTarget(
    _account: SignedInAccount,
    _key: string,
    _year: number,
    _department: string,
    _body: SetTargetRequest,
  ): Promise<JobResponse> {
    throw new Error('to come');
  }

  async releaseTarget(
    _account: SignedInAccount,
    _key: string,
    _year: number,
    _department: string,
  ): Promise<JobResponse> {
    throw new Error('to come');
  }

  async listRevisions(_account: SignedInAccount, _key: string): Promise<TargetRevisionResponse[]> {
    throw new Error('to come');
  }
}
