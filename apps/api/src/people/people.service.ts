import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import type {
  DepartmentResponse,
  OrganisationBody,
  Role,
  StaffMemberResponse,
  StaffPageResponse,
  StaffQuery,
} from '#contract';
import {
  AccountRepository,
  insertAuditEvent,
  OrganisationRepository,
  PeopleRepository,
  type ListedStaffMember,
} from '#database';
import { DomainError, employmentTypeLabel, STAFF_STATUS_LABEL } from '#survey-model';
import { DataSource } from 'typeorm';
import { CLOCK } from '../api-parts.js';
import type { SignedInAccount } from '../security/signed-in-account.js';

const PAGE = 50;

/** Organisation, departments, staff and their roles, for the pages of HR. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly people: PeopleRepository,
    private readonly accounts: AccountRepository,
    private readonly organisations: OrganisationRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError "organisation-missing" */
  async getOrganisation(): Promise<OrganisationBody> {
    const organisation = await this.organisations.find();
    if (!organisation) throw organisationMissing();
    return { name: organisation.name };
  }

  async renameOrganisation(account: SignedInAccount, name: string): Promise<OrganisationBody> {
    const trimmed = name.trim();
    if (trimmed === '') throw nameBlank();
    await this.dataSource.transaction(async (manager) => {
      await this.organisations.save(manager, trimmed);
      await insertAuditEvent(manager, {
        at: this.clock(),
        actor: account.login,
        action: 'organisation.renamed',
        detail: { name: trimmed },
      });
    });
    return { name: trimmed };
  }

  async getDepartments(): Promise<DepartmentResponse[]> {
    const departments = await this.people.findDepartments();
    return departments.map(({ code, name, parentCode, headcount }) => ({ code, name, parentCode, headcount }));
  }

  async findStaff({ query, departmentCode, offset, limit }: StaffQuery): Promise<StaffPageResponse> {
    const text = query?.normalize('NFKC').trim();
    const { total, staff } = await this.people.findStaff({
      text: text === undefined || text === '' ? null : text,
      departmentCode: departmentCode ?? null,
      offset: offset ?? 0,
      limit: limit ?? PAGE,
    });
    const departments = await this.people.findDepartments();
    const paths = new Map(departments.map(({ code, path }) => [code, path.join(' ')]));
    return {
      total,
      staff: staff.map((each) => toResponse(each, paths.get(each.departmentCode) ?? each.departmentCode)),
    };
  }

  /** @throws DomainError "staff-unknown", "last-administrator" */
  async setRoles(account: SignedInAccount, staffNumber: string, roles: readonly ('hr' | 'admin')[]): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const administrators = await this.accounts.lockAdministrators(manager);
      const loses = administrators.includes(staffNumber) && !roles.includes('admin');
      if (loses && administrators.length === 1) throw lastAdministrator();
      const stored = ['staff', ...new Set(roles)] as const;
      if (!(await this.accounts.setRoles(manager, staffNumber, [...stored]))) throw staffUnknown(staffNumber);
      const detail = { roles: stored };
      await insertAuditEvent(manager, {
        at: this.clock(),
        actor: account.login,
        action: 'roles.set',
        subject: staffNumber,
        detail,
      });
    });
  }
}

function toResponse(staff: ListedStaffMember, departmentPath: string): StaffMemberResponse {
  const { staffNumber, name, kana, position, jobType, employmentType, status, isHead, hasPassword, hasCode } = staff;
  const roles: Role[] = isHead ? [...staff.roles, 'head'] : [...staff.roles];
  return {
    staffNumber,
    name,
    kana,
    departmentPath,
    position,
    jobType,
    employmentType: employmentTypeLabel(employmentType),
    status: STAFF_STATUS_LABEL[status],
    roles,
    account: hasPassword ? 'active' : hasCode ? 'issued' : 'none',
  };
}

export function staffUnknown(staffNumber: string): DomainError {
  return new DomainError(
    'not-found',
    'staff-unknown',
    `職員番号 ${staffNumber} の在籍者はいません。職員一覧で番号を確かめてください。`,
    `Nobody with the staff number ${staffNumber} serves now. Check the number in the staff list.`,
    { field: 'staffNumber' },
  );
}

function organisationMissing(): DomainError {
  return new DomainError(
    'not-found',
    'organisation-missing',
    '団体名が登録されていません。初期設定を済ませてください。',
    'There is no organisation yet. Complete the set-up.',
  );
}

function nameBlank(): DomainError {
  return new DomainError('invalid', 'name-blank', '団体名を入力してください。', 'Enter a name.', { field: 'name' });
}

function lastAdministrator(): DomainError {
  return new DomainError(
    'conflict',
    'last-administrator',
    '管理者がいなくなるため、この変更はできません。先に別の人を管理者にしてください。',
    'This would leave no administrator. Make somebody else one first.',
  );
}
