import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import type { LettersRequest, LettersResponse } from '#contract';
import {
  insertAuditEvent,
  insertNotices,
  PeopleRepository,
  TrainingPeopleRepository,
  type TrainingPerson,
} from '#database';
import { DomainError } from '#survey-model';
import { DataSource } from 'typeorm';
import { CLOCK } from '../api-parts.js';
import type { SignedInAccount } from '../security/signed-in-account.js';

/** HR's own words to many people at once. */
@Injectable()
export class LettersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly people: PeopleRepository,
    private readonly trainingPeople: TrainingPeopleRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Writes one letter a person, all or none. Whoever has no address finds it on the own page only.
   * @throws DomainError "staff-unknown" with everybody who does not serve
   */
  async send(account: SignedInAccount, { staffNumbers, subject, body }: LettersRequest): Promise<LettersResponse> {
    const people = await this.trainingPeople.findPeople(staffNumbers);
    const found = new Set(people.map(({ staffNumber }) => staffNumber));
    const unknown = staffNumbers.filter((staffNumber) => !found.has(staffNumber));
    if (unknown.length > 0) throw staffUnknown(unknown);
    const paths = await this.people.findDepartmentPaths();
    const at = this.clock();
    const written = (text: string, { name, departmentCode }: TrainingPerson): string =>
      text.replaceAll('{氏名}', name).replaceAll('{所属}', paths.get(departmentCode) ?? departmentCode);
    await this.dataSource.transaction(async (manager) => {
      const letters = people.map((person) => ({
        kind: 'letter' as const,
        staffNumber: person.staffNumber,
        enrolmentId: null,
        subject: written(subject, person),
        body: written(body, person),
      }));
      await insertNotices(manager, letters, { createdBy: account.login, at });
      await insertAuditEvent(manager, {
        at,
        actor: account.login,
        action: 'training.letters-written',
        subject: '',
        detail: { letters: letters.length },
      });
    });
    const without = people.filter(({ email }) => email === null);
    return { letters: people.length - without.length, withoutAddress: without.map(({ name }) => name) };
  }
}

function staffUnknown(staffNumbers: readonly string[]): DomainError {
  const some = staffNumbers.slice(0, 10).join('、');
  const more = staffNumbers.length > 10 ? ` ほか${staffNumbers.length - 10}件` : '';
  return new DomainError(
    'invalid',
    'staff-unknown',
    `職員番号 ${some}${more} の職員は、今の名簿にいません。宛先から外してください。`,
    `Not on the roster: ${some}${more}. Take them off the list.`,
    { field: 'staffNumbers' },
  );
}
