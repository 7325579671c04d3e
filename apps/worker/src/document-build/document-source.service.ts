import { Injectable } from '@nestjs/common';
import {
  OrganisationRepository,
  PeopleRepository,
  TrainingDocumentRepository,
  TrainingRepository,
  type SeatedPerson,
  type SessionDocument,
} from '#database';
import type { TrainingPlanReport } from '#export';
import { DomainError } from '#survey-model';

/** A session with everybody who has a seat, by department and staff number. */
export interface SessionSource {
  readonly organisation: string;
  readonly session: SessionDocument;
  readonly people: readonly (SeatedPerson & { readonly department: string })[];
}

/** Loads what a document is made of. */
@Injectable()
export class DocumentSource {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly people: PeopleRepository,
    private readonly training: TrainingRepository,
    private readonly documents: TrainingDocumentRepository,
  ) {}

  async organisation(): Promise<string> {
    return (await this.organisations.find())?.name ?? '';
  }

  /** @throws DomainError "session-unknown" */
  async session(id: string): Promise<SessionSource> {
    const session = await this.documents.findSession(id);
    if (!session) throw unknownSession();
    const departments = await this.people.findDepartments();
    const place = new Map(departments.map(({ code }, index) => [code, index]));
    const paths = new Map(departments.map(({ code, path }) => [code, path.join(' ')]));
    const placeOf = ({ departmentCode }: SeatedPerson): number => place.get(departmentCode) ?? departments.length;
    // By staff number already; the sort keeps that order within a department.
    const seated = (await this.documents.findSeated(session.id)).sort((a, b) => placeOf(a) - placeOf(b));
    const people = seated.map((person) => ({
      ...person,
      department: paths.get(person.departmentCode) ?? person.departmentName,
    }));
    return { organisation: await this.organisation(), session, people };
  }

  async plan(generatedOn: string): Promise<TrainingPlanReport> {
    const standings = new Map((await this.documents.loadStandings()).map((each) => [each.programmeKey, each]));
    const programmes = (await this.training.loadProgrammes()).map((programme) => {
      const { progress = null, detail = null, forecast = null } = standings.get(programme.key) ?? {};
      return { programme, progress, detail, forecast };
    });
    const departments = await this.people.findDepartments();
    return { organisation: await this.organisation(), generatedOn, departments, programmes };
  }
}

function unknownSession(): DomainError {
  return new DomainError(
    'not-found',
    'session-unknown',
    '研修の回が見つかりません。研修の一覧から選び直してください。',
    'There is no such training session. Choose one from the list of sessions.',
  );
}
