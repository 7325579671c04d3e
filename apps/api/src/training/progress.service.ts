import { Injectable } from '@nestjs/common';
import type { EngagementLinkResponse, ForecastResponse, ProgressDetailResponse } from '#contract';
import type { SignedInAccount } from '../security/signed-in-account.js';

@Injectable()
export class TrainingProgressService {
  async getProgress(_account: SignedInAccount, _key: string): Promise<ProgressDetailResponse> {
    throw new Error('to come');
  }

  async getForecast(_account: SignedInAccount, _key: string): Promise<ForecastResponse> {
    throw new Error('to come');
  }

  async listLinks(_account: SignedInAccount): Promise<EngagementLinkResponse[]> {
    throw new Error('to come');
  }
}
