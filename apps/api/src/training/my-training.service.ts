import { Injectable } from '@nestjs/common';
import type { CertificateRequest, JobResponse, MyTrainingResponse, UnitTrainingResponse } from '#contract';
import type { SignedInAccount } from '../security/signed-in-account.js';

@Injectable()
export class MyTrainingService {
  async get(_account: SignedInAccount): Promise<MyTrainingResponse> {
    throw new Error('to come');
  }

  async buildCertificate(_account: SignedInAccount, _body: CertificateRequest): Promise<JobResponse> {
    throw new Error('to come');
  }

  async getUnit(_account: SignedInAccount): Promise<UnitTrainingResponse> {
    throw new Error('to come');
  }
}
