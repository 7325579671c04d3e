import { Inject, Injectable } from '@nestjs/common';
import type { ApiConfig, Clock } from '#config';
import { EnrolmentRepository, TrainingSessionRepository } from '#database';
import { buildInvitation, seatInvitation } from '#invitation';
import { dateInJapan } from '#survey-model';
import { CLOCK, CONFIG } from '../api-parts.js';
import type { Attachment } from '../jobs/attachment.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { enrolmentUnknown, seatMissing } from './enrolment-refusals.js';

/** Seats as calendar entries, for people without mail or whose mail brings none. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly enrolments: EnrolmentRepository,
    private readonly sessions: TrainingSessionRepository,
    @Inject(CONFIG) private readonly config: Pick<ApiConfig, 'publicUrl'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * One's own only: a calendar entry is nobody else's business.
   * @throws DomainError "enrolment-unknown", also for another's; "seat-missing" for those who wait or have given the seat back
   */
  async build({ staffNumber }: SignedInAccount, id: string): Promise<Attachment> {
    const enrolment = await this.enrolments.find(id);
    if (!enrolment || enrolment.staffNumber !== staffNumber) throw enrolmentUnknown();
    const [session] = await this.sessions.findByIds(null, [enrolment.sessionId]);
    if (!session || enrolment.place !== 'seated') throw seatMissing();
    const seat = { ...session, enrolmentId: id, courseName: session.course, approval: enrolment.approval };
    const url = `${this.config.publicUrl.replace(/\/$/, '')}/training`;
    const invitation = seatInvitation(seat, { cancelled: false, url, mail: null, now: this.clock() });
    return {
      fileName: `研修_${dateInJapan(session.startsAt)}.ics`,
      contentType: 'text/calendar; charset=utf-8',
      data: Buffer.from(buildInvitation(invitation), 'utf8'),
    };
  }
}
