import { Injectable } from '@nestjs/common';
import {
  OrganisationRepository,
  ParticipationRepository,
  RosterRepository,
  type SurveyEntity,
  type SurveyFrameEntity,
} from '#database';
import type { EntityManager } from 'typeorm';
import { takeSnapshot } from './roster-snapshot.js';
import { frameOf } from './survey-frame.js';

/** The roster as it is at the opening, and what of it the tally may know. */
@Injectable()
export class SurveyFrameService {
  constructor(
    private readonly participations: ParticipationRepository,
    private readonly roster: RosterRepository,
    private readonly organisations: OrganisationRepository,
  ) {}

  /** Writes the snapshot within the caller's transaction. @throws DomainError "target-empty" */
  async build(
    manager: EntityManager,
    survey: SurveyEntity,
    ticketPublicKey: string,
    paperTicketPublicKey: string | null,
  ): Promise<SurveyFrameEntity> {
    const snapshot = takeSnapshot(await this.roster.loadStaff(manager), survey.targetRule, survey.opensOn);
    await this.participations.insertSnapshot(manager, survey.id, snapshot);
    return frameOf({
      survey,
      ticketPublicKey,
      paperTicketPublicKey,
      snapshot,
      organisation: (await this.organisations.find(manager))?.name ?? '',
      departments: await this.roster.loadDepartments(manager),
      positions: await this.roster.loadPositions(manager),
    });
  }
}
