import { Injectable } from '@nestjs/common';
import type { CandidatePageResponse, CandidateQuery, CandidateResponse } from '#contract';
import { HeadRepository, PeopleRepository, RosterRepository, TrainingRepository } from '#database';
import { DomainError, type Candidate, type StaffRecord } from '#survey-model';
import { hasRole, type SignedInAccount } from '../security/signed-in-account.js';
import { CandidateRankingService } from './candidate-ranking.service.js';
import { programmeUnknown } from './training-refusals.js';

const PAGE = 50;

/** Who is due next: HR sees everybody, a head those of the own unit. */
@Injectable()
export class CandidatesService {
  constructor(
    private readonly training: TrainingRepository,
    private readonly ranking: CandidateRankingService,
    private readonly roster: RosterRepository,
    private readonly people: PeopleRepository,
    private readonly heads: HeadRepository,
  ) {}

  /** @throws DomainError "programme-unknown", "department-not-own" */
  async list(account: SignedInAccount, query: CandidateQuery): Promise<CandidatePageResponse> {
    const programme = (await this.training.loadProgrammes()).find(({ key }) => key === query.programmeKey);
    if (!programme) throw programmeUnknown(query.programmeKey);
    const scope = await this.scopeOf(account, query.departmentCode);
    const staff = await this.roster.loadStaff();
    const byNumber = new Map(staff.map((person) => [person.staffNumber, person]));
    const ranked = await this.ranking.rank(programme, staff);
    const matching = ranked.filter((candidate) => {
      const person = byNumber.get(candidate.staffNumber);
      return (
        person !== undefined &&
        (scope === null || scope.has(person.departmentCode)) &&
        matches(query, candidate, person)
      );
    });
    const { offset = 0, limit = PAGE } = query;
    const shown = matching.slice(offset, offset + limit);
    return {
      total: matching.length,
      candidates: await this.toResponses(shown, byNumber),
    };
  }

  /** null: everybody. @throws DomainError "department-not-own" when a head asks for another's unit */
  private async scopeOf(account: SignedInAccount, asked: string | undefined): Promise<ReadonlySet<string> | null> {
    if (hasRole(account, 'hr')) return asked === undefined ? null : this.heads.findSubtree(asked);
    const { departmentCode } = account;
    const own = departmentCode === null ? new Set<string>() : await this.heads.findSubtree(departmentCode);
    if (asked === undefined) return own;
    if (!own.has(asked)) throw departmentNotOwn();
    return this.heads.findSubtree(asked);
  }

  private async toResponses(
    shown: readonly Candidate[],
    byNumber: ReadonlyMap<string, StaffRecord>,
  ): Promise<CandidateResponse[]> {
    const paths = await this.people.findDepartmentPaths();
    const positions = new Map((await this.roster.loadPositions()).map(({ key, name }) => [key, name]));
    return shown.map(({ departmentCode, audiences, ...candidate }) => {
      const person = byNumber.get(candidate.staffNumber);
      return {
        ...candidate,
        audiences: [...audiences],
        name: person?.name ?? '',
        department: paths.get(departmentCode) ?? departmentCode,
        position: positions.get(person?.positionKey ?? '') ?? person?.positionKey ?? '',
      };
    });
  }
}

function matches(query: CandidateQuery, { audiences, neverTrained }: Candidate, person: StaffRecord): boolean {
  if (query.positionKey !== undefined && person.positionKey !== query.positionKey) return false;
  if (query.audience !== undefined && !audiences.includes(query.audience)) return false;
  if (query.neverTrained === true && !neverTrained) return false;
  const text = query.query?.trim().toLowerCase() ?? '';
  return [person.staffNumber, person.name, person.kana ?? ''].some((value) => value.toLowerCase().includes(text));
}

function departmentNotOwn(): DomainError {
  return new DomainError(
    'forbidden',
    'department-not-own',
    'この組織は、あなたの所属の中にありません。自分の組織かその下の組織を選んでください。',
    'This department is not within your own unit. Choose your own or one under it.',
  );
}
