import { Injectable } from '@nestjs/common';
import type { CancelRequest, DecideRequest, EnrolmentResponse, NominateRequest, NominationResponse } from '#contract';
import type { SignedInAccount } from '../security/signed-in-account.js';

@Injectable()
export class EnrolmentsService {
  async apply(_account: SignedInAccount, _id: string): Promise<EnrolmentResponse> {
    throw new Error('to come');
  }

  async nominate(_account: SignedInAccount, _id: string, _body: NominateRequest): Promise<NominationResponse> {
    throw new Error('to come');
  }

  async decide(_account: SignedInAccount, _id: string, _body: DecideRequest): Promise<EnrolmentResponse> {
    throw new Error('to come');
  }

  async cancel(_account: SignedInAccount, _id: string, _body: CancelRequest): Promise<EnrolmentResponse> {
    throw new Error('to come');
  }
}
