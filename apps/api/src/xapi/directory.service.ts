import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CourseCompletionRepository, ParkedStatementRepository, StatementRepository } from '#database';
import type { EntityManager } from 'typeorm';
import type { AgentId } from './agent-id.js';
import type { Directory } from './judge-claim.js';
import type { Claim } from './read-claim.js';

/** Looks up whom and what claims may mean, for all of them at once. */
@Injectable()
export class DirectoryService {
  constructor(
    private readonly completions: CourseCompletionRepository,
    private readonly statements: StatementRepository,
    private readonly parked: ParkedStatementRepository,
  ) {}

  async open(manager: EntityManager, claims: readonly Claim[]): Promise<Directory> {
    const courses = await this.completions.loadCourses(manager);
    const byActivity = new Map(courses.flatMap((course) => (course.activityId ? [[course.activityId, course]] : [])));
    const unknown = new Set(claims.map(({ activityId }) => activityId).filter((id) => !byActivity.has(id)));
    const dismissed = await this.parked.findDismissedActivities(manager, [...unknown]);
    const staffNumberOf = await this.openPeople(
      manager,
      claims.map(({ actor }) => actor),
    );
    return {
      courseOf: (activityId) => byActivity.get(activityId) ?? null,
      staffNumberOf,
      isDismissed: (activityId) => dismissed.has(activityId),
    };
  }

  private async openPeople(
    manager: EntityManager,
    actors: readonly AgentId[],
  ): Promise<(actor: AgentId) => string | null> {
    const typed = actors.flatMap((actor) => (actor.kind === 'account' ? [staffNumberIn(actor.name)] : []));
    const staffNumbers = await this.statements.findStaffNumbers(manager, [...new Set(typed)]);
    const byMail = actors.some(({ kind }) => kind === 'mbox' || kind === 'mbox_sha1sum');
    const emails = byMail ? await this.statements.loadEmails(manager) : [];
    const byEmail = uniqueIndex(emails.map(({ staffNumber, email }) => [email.toLowerCase(), staffNumber]));
    const byHash = uniqueIndex(
      emails.flatMap(({ staffNumber, email }) => hashesOf(email).map((hash) => [hash, staffNumber] as const)),
    );
    return (actor) => {
      if (actor.kind === 'mbox') return byEmail.get(actor.email.toLowerCase()) ?? null;
      if (actor.kind === 'mbox_sha1sum') return byHash.get(actor.hash) ?? null;
      if (actor.kind === 'openid') return null;
      const staffNumber = staffNumberIn(actor.name);
      return staffNumbers.has(staffNumber) ? staffNumber : null;
    };
  }
}

/** An account's name as a staff number is written: half width, without spaces around it. */
function staffNumberIn(name: string): string {
  return name.normalize('NFKC').trim();
}

/** Without what is two people's. */
function uniqueIndex(entries: readonly (readonly [string, string])[]): Map<string, string> {
  const index = new Map<string, string>();
  const shared = new Set<string>();
  for (const [key, value] of entries) {
    if ((index.get(key) ?? value) !== value) shared.add(key);
    index.set(key, value);
  }
  for (const key of shared) index.delete(key);
  return index;
}

/** Of the address as the roster writes it, with its domain in small letters as xAPI recommends, and all in small letters. */
function hashesOf(email: string): string[] {
  const at = email.lastIndexOf('@');
  const forms = new Set([email, email.slice(0, at) + email.slice(at).toLowerCase(), email.toLowerCase()]);
  return [...forms].map((form) => createHash('sha1').update(`mailto:${form}`).digest('hex'));
}
