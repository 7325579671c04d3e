import type { ProblemDetail } from '#contract';

/** Faults that are listed; one mistake of a program is usually in every statement it sends. */
const LISTED = 20;

/** What is wrong with the statements of one request, each with its place: "[3].actor.mbox". Values are never repeated. */
export class Faults {
  private readonly found: ProblemDetail[] = [];
  private total = 0;

  get count(): number {
    return this.total;
  }

  get listed(): readonly ProblemDetail[] {
    return this.found;
  }

  add(field: string, ja: string, en: string): void {
    this.total += 1;
    if (this.found.length < LISTED) this.found.push({ field, ja: `「${field}」: ${ja}`, en: `${field}: ${en}` });
  }
}
