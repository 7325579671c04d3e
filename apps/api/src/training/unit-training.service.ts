import { Injectable } from '@nestjs/common';
import type { UnitPersonResponse, UnitTrainingResponse } from '#contract';
import {
  EnrolmentRepository,
  HeadRepository,
  PeopleRepository,
  TrainingPeopleRepository,
  type ListedEnrolment,
  type TrainingPerson,
} from '#database';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { ListedPlacesService } from './listed-places.service.js';
import { UnitProgressService } from './unit-progress.service.js';

/** What a head sees of training: the own unit, the target it belongs to, and what waits for a word. */
@Injectable()
export class UnitTrainingService {
  constructor(
    private readonly trainingPeople: TrainingPeopleRepository,
    private readonly people: PeopleRepository,
    private readonly heads: HeadRepository,
    private readonly enrolments: EnrolmentRepository,
    private readonly places: ListedPlacesService,
    private readonly progress: UnitProgressService,
  ) {}

  /** Empty lists for a head without a department. */
  async getUnit(account: SignedInAccount): Promise<UnitTrainingResponse> {
    const { departmentCode } = account;
    const subtree = departmentCode === null ? new Set<string>() : await this.heads.findSubtree(departmentCode);
    const members = (await this.trainingPeople.findPeople(null)).filter((each) => subtree.has(each.departmentCode));
    const numbers = members.map(({ staffNumber }) => staffNumber);
    const unsettled = await this.enrolments.listUnsettled(numbers);
    const pending = unsettled.filter(
      ({ approval, staffNumber }) => approval === 'pending' && staffNumber !== account.staffNumber,
    );
    const paths = await this.people.findDepartmentPaths();
    return {
      department: paths.get(departmentCode ?? '') ?? '',
      programmes: await this.progress.list(departmentCode, new Set(numbers)),
      pending: await this.places.list(account.staffNumber, pending),
      people: await this.peopleOf(members, unsettled, paths),
    };
  }

  private async peopleOf(
    members: readonly TrainingPerson[],
    unsettled: readonly ListedEnrolment[],
    paths: ReadonlyMap<string, string>,
  ): Promise<UnitPersonResponse[]> {
    const completed = new Map<string, Record<string, string>>();
    for (const last of await this.trainingPeople.findLastCompletions(members.map(({ staffNumber }) => staffNumber)))
      completed.set(last.staffNumber, { ...completed.get(last.staffNumber), [last.programmeKey]: last.completedOn });
    const upcoming = new Map<string, UnitPersonResponse['upcoming']>();
    for (const { session, enrolment } of await this.places.list(null, unsettled)) {
      const { course, startsAt } = session;
      const own = upcoming.get(enrolment.staffNumber) ?? [];
      upcoming.set(enrolment.staffNumber, [
        ...own,
        { course, startsAt, place: enrolment.place, approval: enrolment.approval },
      ]);
    }
    return members.map(({ staffNumber, name, departmentCode, position }) => ({
      ...{ staffNumber, name, position, department: paths.get(departmentCode) ?? departmentCode },
      completed: completed.get(staffNumber) ?? {},
      upcoming: upcoming.get(staffNumber) ?? [],
    }));
  }
}
