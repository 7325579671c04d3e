import { Injectable } from '@nestjs/common';
import type {
  CreateStatementSourceRequest,
  NewStatementSourceResponse,
  ParkedStatementResponse,
  ResolveParkedRequest,
  ResolvedParkedResponse,
  StatementSourceResponse,
} from '#contract';
import type { SignedInAccount } from '../security/signed-in-account.js';

@Injectable()
export class LearningRecordsService {
  async listSources(_account: SignedInAccount): Promise<StatementSourceResponse[]> {
    throw new Error('to come');
  }

  async createSource(
    _account: SignedInAccount,
    _body: CreateStatementSourceRequest,
  ): Promise<NewStatementSourceResponse> {
    throw new Error('to come');
  }

  async revokeSource(_account: SignedInAccount, _key: string): Promise<StatementSourceResponse> {
    throw new Error('to come');
  }

  async listParked(_account: SignedInAccount): Promise<ParkedStatementResponse[]> {
    throw new Error('to come');
  }

  async resolveParked(
    _account: SignedInAccount,
    _id: string,
    _body: ResolveParkedRequest,
  ): Promise<ResolvedParkedResponse> {
    throw new Error('to come');
  }
}
