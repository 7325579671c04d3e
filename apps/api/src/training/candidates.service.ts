import { Injectable } from '@nestjs/common';
import type { CandidatePageResponse, CandidateQuery, LettersRequest, LettersResponse } from '#contract';
import type { SignedInAccount } from '../security/signed-in-account.js';

@Injectable()
export class CandidatesService {
  async list(_account: SignedInAccount, _query: CandidateQuery): Promise<CandidatePageResponse> {
    throw new Error('to come');
  }

  async sendLetters(_account: SignedInAccount, _body: LettersRequest): Promise<LettersResponse> {
    throw new Error('to come');
  }
}
