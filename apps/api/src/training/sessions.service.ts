import { Injectable } from '@nestjs/common';
import type {
  AttendanceRequest,
  CancelRequest,
  JobResponse,
  SessionDocumentRequest,
  TrainingSessionBody,
  TrainingSessionDetailResponse,
  TrainingSessionQuery,
  TrainingSessionResponse,
} from '#contract';
import type { SignedInAccount } from '../security/signed-in-account.js';

@Injectable()
export class TrainingSessionsService {
  async list(_account: SignedInAccount, _query: TrainingSessionQuery): Promise<TrainingSessionResponse[]> {
    throw new Error('to come');
  }

  async create(_account: SignedInAccount, _body: TrainingSessionBody): Promise<TrainingSessionResponse> {
    throw new Error('to come');
  }

  async get(_account: SignedInAccount, _id: string): Promise<TrainingSessionDetailResponse> {
    throw new Error('to come');
  }

  async update(_account: SignedInAccount, _id: string, _body: TrainingSessionBody): Promise<TrainingSessionResponse> {
    throw new Error('to come');
  }

  async cancel(_account: SignedInAccount, _id: string, _body: CancelRequest): Promise<TrainingSessionResponse> {
    throw new Error('to come');
  }

  async saveAttendance(
    _account: SignedInAccount,
    _id: string,
    _body: AttendanceRequest,
  ): Promise<TrainingSessionDetailResponse> {
    throw new Error('to come');
  }

  async buildDocument(_account: SignedInAccount, _id: string, _body: SessionDocumentRequest): Promise<JobResponse> {
    throw new Error('to come');
  }
}
