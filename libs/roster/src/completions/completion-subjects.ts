import type { Course, Programme } from '#survey-model';
import { nearNames, plainName } from './near-names.js';

/** What a line has to know of a course. */
export type KnownCourse = Pick<Course, 'key' | 'name' | 'programmeKey' | 'passMark'>;

/** Programmes and courses by key or name. */
export class CompletionSubjects {
  private readonly programmeKeys: ReadonlyMap<string, string>;
  private readonly programmeNames: ReadonlyMap<string, string>;
  private readonly courseKeys = new Map<string, KnownCourse>();
  private readonly courseNames = new Map<string, KnownCourse[]>();
  private readonly suggestions = new Map<string, readonly string[]>();

  constructor(
    programmes: readonly Programme[],
    private readonly courses: readonly KnownCourse[],
  ) {
    this.programmeKeys = new Map(
      programmes.flatMap(({ key, name }) => [key, name].map((each) => [plainName(each), key] as const)),
    );
    this.programmeNames = new Map(programmes.map(({ key, name }) => [key, name]));
    for (const course of courses) {
      this.courseKeys.set(plainName(course.key), course);
      const name = plainName(course.name);
      this.courseNames.set(name, [...(this.courseNames.get(name) ?? []), course]);
    }
  }

  get allProgrammes(): string {
    return [...this.programmeNames.values()].join('、');
  }

  programmeKeyOf(text: string): string | null {
    return this.programmeKeys.get(plainName(text)) ?? null;
  }

  programmeName(key: string): string {
    return this.programmeNames.get(key) ?? key;
  }

  /** The courses a text may mean: by key one, by name perhaps several. */
  coursesOf(text: string): readonly KnownCourse[] {
    const byKey = this.courseKeys.get(plainName(text));
    return byKey ? [byKey] : (this.courseNames.get(plainName(text)) ?? []);
  }

  /** Names that are written much like the text, nearest first. The same wrong name usually stands in many lines. */
  coursesLike(text: string): readonly string[] {
    const known = this.suggestions.get(text);
    if (known) return known;
    const found = nearNames(text, [...new Set(this.courses.flatMap(({ key, name }) => [name, key]))]);
    this.suggestions.set(text, found);
    return found;
  }
}
