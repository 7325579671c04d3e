import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import type { Clock } from '#config';
import { BallotBoxRepository } from '#database/ballot';
import { BallotsController } from './ballots/ballots.controller.js';
import { BallotsService } from './ballots/ballots.service.js';
import { CastLimiter, type CastLimits } from './ballots/cast-limits.js';
import { TicketKeyRing } from './ballots/ticket-key-ring.js';
import { HealthController } from './health/health.controller.js';

export interface CollectorParts {
  readonly box: BallotBoxRepository;
  readonly clock: Clock;
  readonly limits: CastLimits;
}

@Module({})
export class CollectorModule implements OnApplicationShutdown {
  constructor(private readonly box: BallotBoxRepository) {}

  static with({ box, clock, limits }: CollectorParts): DynamicModule {
    const keys = new TicketKeyRing(box);
    return {
      module: CollectorModule,
      controllers: [BallotsController, HealthController],
      providers: [
        { provide: BallotBoxRepository, useValue: box },
        { provide: BallotsService, useValue: new BallotsService(box, keys, new CastLimiter(limits), clock) },
      ],
    };
  }

  /** After the HTTP server has answered its last request. */
  async onApplicationShutdown(): Promise<void> {
    await this.box.close();
  }
}
