import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import type { NominateRequest, NominationOutcome, NominationResponse } from '#contract';
import { EnrolmentRepository, HeadRepository, insertAuditEvent, insertNotices, type NewNotice } from '#database';
import type { DomainError } from '#survey-model';
import { DataSource, type EntityManager } from 'typeorm';
import { CLOCK } from '../api-parts.js';
import { hasRole, type SignedInAccount } from '../security/signed-in-account.js';
import { notOwnUnit, ownNomination } from './enrolment-refusals.js';
import { SeatingService, type Seating } from './seating.service.js';
import { requireOpen } from './session-guards.js';

/** Nominations (推薦): HR names anybody, a head those of the own unit. They need nobody's approval. */
@Injectable()
export class NominationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly enrolments: EnrolmentRepository,
    private readonly heads: HeadRepository,
    private readonly seating: SeatingService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * In the order given; who cannot be taken is named with the reason, and the others are taken all the same.
   * @throws DomainError "session-unknown", "session-cancelled", "session-closed", "session-started", "course-withdrawn",
   *   "applications-closed" (heads only)
   */
  nominate(account: SignedInAccount, sessionId: string, body: NominateRequest): Promise<NominationResponse> {
    const { staffNumbers, reason } = body;
    const at = this.clock();
    const isHr = hasRole(account, 'hr');
    return this.dataSource.transaction(async (manager) => {
      await this.enrolments.lockPeople(manager, staffNumbers);
      const foreign = await this.findForeign(manager, account, staffNumbers);
      const session = await this.seating.lockSession(manager, sessionId);
      requireOpen(session, at, isHr);
      const seatings = await this.seating.seat(
        manager,
        session,
        staffNumbers.filter((staffNumber) => !foreign.has(staffNumber)),
        { source: isHr ? 'nomination-hr' : 'nomination-head', approval: 'not-needed', reason, by: account.login, at },
      );
      const notices = seatings.flatMap(({ staffNumber, enrolmentId }): NewNotice[] =>
        enrolmentId === null ? [] : [{ kind: 'nominated', staffNumber, enrolmentId, body: reason }],
      );
      await insertNotices(manager, notices, { createdBy: account.login, at });
      const response = toResponse(staffNumbers, seatings, foreign);
      const { seated, waiting, refused } = response;
      const event = { at, actor: account.login, action: 'session.nominated', subject: sessionId };
      await insertAuditEvent(manager, { ...event, detail: { seated, waiting, refused } });
      return response;
    });
  }

  /** Those whom this account may not name, with the reason. */
  private async findForeign(
    manager: EntityManager,
    account: SignedInAccount,
    staffNumbers: readonly string[],
  ): Promise<Map<string, DomainError>> {
    const foreign = new Map<string, DomainError>();
    if (!hasRole(account, 'hr')) {
      const own =
        account.departmentCode === null ? [] : await this.heads.findStaffUnder(manager, account.departmentCode);
      const unit = new Set(own);
      for (const each of staffNumbers) if (!unit.has(each)) foreign.set(each, notOwnUnit(each));
    }
    if (account.staffNumber !== null && staffNumbers.includes(account.staffNumber))
      foreign.set(account.staffNumber, ownNomination());
    return foreign;
  }
}

function toResponse(
  staffNumbers: readonly string[],
  seatings: readonly Seating[],
  foreign: ReadonlyMap<string, DomainError>,
): NominationResponse {
  const known = new Map(seatings.map((seating) => [seating.staffNumber, seating]));
  const outcomes = staffNumbers.map((staffNumber): NominationOutcome => {
    const seating = known.get(staffNumber);
    const refusal = foreign.get(staffNumber) ?? seating?.refusal;
    return { staffNumber, name: seating?.name ?? '', place: seating?.place ?? null, refusal: refusal?.ja ?? '' };
  });
  const count = (place: 'seated' | 'waiting' | null) => outcomes.filter((outcome) => outcome.place === place).length;
  return { seated: count('seated'), waiting: count('waiting'), refused: count(null), outcomes };
}
