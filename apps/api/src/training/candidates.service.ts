import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import type { CandidatePageResponse, CandidateQuery, CandidateResponse } from '#contract';
import {
  PeopleRepository,
  RosterRepository,
  TrainingPeopleRepository,
  TrainingRepository,
  type DepartmentNode,
} from '#database';
import { dateInJapan, DomainError, type Candidate, type Programme, type StaffRecord } from '#survey-model';
import { candidates } from '#training-plan';
import { CLOCK } from '../api-parts.js';
import { hasRole, type SignedInAccount } from '../security/signed-in-account.js';
import { departmentPaths, departmentSubtree } from './department-subtree.js';

const PAGE = 50;

/** Who is due next: HR sees everybody, a head those of the own unit. */
@Injectable()
export class CandidatesService {
  constructor(
    private readonly training: TrainingRepository,
    private readonly trainingPeople: TrainingPeopleRepository,
    private readonly roster: RosterRepository,
    private readonly people: PeopleRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError "programme-unknown", "department-not-own" */
  async list(account: SignedInAccount, query: CandidateQuery): Promise<CandidatePageResponse> {
    const programme = (await this.training.loadProgrammes()).find(({ key }) => key === query.programmeKey);
    if (!programme) throw programmeUnknown(query.programmeKey);
    const departments = await this.people.findDepartments();
    const scope = scopeOf(account, departments, query.departmentCode);
    const staff = await this.roster.loadStaff();
    const byNumber = new Map(staff.map((person) => [person.staffNumber, person]));
    const ranked = await this.rank(programme, staff, departments);
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
      candidates: await this.toResponses(shown, byNumber, departmentPaths(departments)),
    };
  }

  private async rank(
    programme: Programme,
    staff: readonly StaffRecord[],
    departments: readonly DepartmentNode[],
  ): Promise<Candidate[]> {
    const standing = (await this.training.loadProgress()).find(({ programmeKey }) => programmeKey === programme.key);
    return candidates({
      programme,
      today: dateInJapan(this.clock()),
      staff,
      departments,
      completions: await this.training.loadCompletions(),
      ...(await this.trainingPeople.findCourseCompletions(programme.key)),
      enrolled: await this.trainingPeople.findEnrolled(programme.key),
      targets: standing?.progress.departments ?? [],
    });
  }

  private async toResponses(
    shown: readonly Candidate[],
    byNumber: ReadonlyMap<string, StaffRecord>,
    paths: ReadonlyMap<string, string>,
  ): Promise<CandidateResponse[]> {
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

/** null: everybody. @throws DomainError "department-not-own" when a head asks for another's unit */
function scopeOf(
  account: SignedInAccount,
  departments: readonly DepartmentNode[],
  asked: string | undefined,
): ReadonlySet<string> | null {
  if (hasRole(account, 'hr')) return asked === undefined ? null : departmentSubtree(departments, asked);
  const own = departmentSubtree(departments, account.departmentCode);
  if (asked === undefined) return own;
  if (!own.has(asked)) throw departmentNotOwn();
  return departmentSubtree(departments, asked);
}

function matches(query: CandidateQuery, { audiences, neverTrained }: Candidate, person: StaffRecord): boolean {
  if (query.positionKey !== undefined && person.positionKey !== query.positionKey) return false;
  if (query.audience !== undefined && !audiences.includes(query.audience)) return false;
  if (query.neverTrained === true && !neverTrained) return false;
  const text = query.query?.trim().toLowerCase() ?? '';
  return [person.staffNumber, person.name, person.kana ?? ''].some((value) => value.toLowerCase().includes(text));
}

function programmeUnknown(key: string): DomainError {
  return new DomainError(
    'not-found',
    'programme-unknown',
    `研修体系「${key}」は計画にありません。計画の画面で確かめてください。`,
    `There is no programme "${key}" in the plan.`,
  );
}

function departmentNotOwn(): DomainError {
  return new DomainError(
    'forbidden',
    'department-not-own',
    'この組織は、あなたの所属の中にありません。自分の組織かその下の組織を選んでください。',
    'This department is not within your own unit. Choose your own or one under it.',
  );
}
