import { Injectable } from '@nestjs/common';
import type { AttributeCountsResponse, NotDoneResponse, ParticipationGroup, ParticipationResponse } from '#contract';
import { ParticipationRepository, ReleaseRepository, SurveyRepository, type SurveyFrameEntity } from '#database';
import { DomainError } from '#survey-model';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { surveyUnknown } from '../surveys/survey-refusals.js';
import { notInvited } from '../tickets/tickets.service.js';
import { boardGroups } from './board-groups.js';
import { protectBoard, rateOf } from './participation-board.js';

/** How many are done: known to the identified side, unlike what they said. */
@Injectable()
export class ParticipationService {
  constructor(
    private readonly surveys: SurveyRepository,
    private readonly participations: ParticipationRepository,
    private readonly releases: ReleaseRepository,
  ) {}

  /** @throws DomainError "survey-unknown", "survey-not-opened" */
  async get(id: string): Promise<ParticipationResponse> {
    const survey = await this.surveys.findSummary(id);
    if (!survey) throw surveyUnknown();
    const frame = await this.releases.findFrame(id);
    if (!frame) throw notOpened();
    const positionCounts = await this.participations.countBy(id, 'position');
    const sum = (part: 'invited' | 'done'): number => positionCounts.reduce((total, count) => total + count[part], 0);
    const [invited, done] = [sum('invited'), sum('done')];
    const board = (key: 'department' | 'position', counts: typeof positionCounts): ParticipationGroup[] =>
      protectBoard(boardGroups(definitionOf(frame, key), counts), frame.minGroup);
    return {
      invited,
      done,
      rate: rateOf(done, invited),
      ballots: survey.ballots,
      ballotRate: survey.ballots === null ? null : rateOf(survey.ballots, invited),
      exceptions: survey.exceptions,
      paperTickets: survey.paperTickets,
      departments: board('department', await this.participations.countBy(id, 'department')),
      positions: board('position', positionCounts),
    };
  }

  /** Whom to remind. @throws DomainError "survey-unknown" */
  async getNotDone(id: string): Promise<NotDoneResponse[]> {
    if (!(await this.surveys.find(id))) throw surveyUnknown();
    return this.participations.findNotDone(id);
  }

  /**
   * The whole table of counts, so that nobody learns which combination somebody looks at. For those invited.
   * @throws DomainError "not-invited"
   */
  async getAttributeCounts({ staffMemberId }: SignedInAccount, id: string): Promise<AttributeCountsResponse> {
    const own = staffMemberId && (await this.participations.find(id, staffMemberId));
    if (!own) throw notInvited();
    const combinations = await this.participations.countCombinations(id);
    return {
      attributes: ['department', 'position', 'ageBand', 'employmentType'],
      counts: combinations.map((each) => [each.department, each.position, each.ageBand, each.employmentType, each.n]),
    };
  }
}

function definitionOf(frame: SurveyFrameEntity, key: 'department' | 'position') {
  return frame.attributes.find((attribute) => attribute.key === key) ?? { key, label: '', values: [] };
}

function notOpened(): DomainError {
  return new DomainError(
    'conflict',
    'survey-not-opened',
    'この調査はまだ開始されていないため、回答状況はありません。',
    'This survey has not been opened, so nobody has been asked yet.',
  );
}
