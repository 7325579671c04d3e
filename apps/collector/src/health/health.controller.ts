import { Controller, Get } from '@nestjs/common';
import { BallotBoxRepository } from '#database/ballot';
import { DomainError } from '#survey-model';

@Controller('health')
export class HealthController {
  constructor(private readonly box: BallotBoxRepository) {}

  /** 200 while the process runs. */
  @Get('live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** 200 when ballots can be stored, 503 while the database is away or not migrated. */
  @Get('ready')
  async ready(): Promise<{ status: string }> {
    if (await this.box.isReady()) return { status: 'ok' };
    throw new DomainError(
      'unavailable',
      'database-away',
      '受付箱のデータベースに接続できません。',
      "The ballot box's database cannot be reached, or is not migrated.",
    );
  }
}
