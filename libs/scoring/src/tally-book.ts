import {
  DomainError,
  WITHHELD,
  type Answer,
  type Questionnaire,
  type ScoredTables,
  type TableSpec,
} from '#survey-model';
import { attributeTree, type TallyAttribute } from './attribute-tree.js';
import { scoreTables } from './score-tables.js';
import { tallyLayout, type ChoiceSlot, type ItemSlot, type TallyLayout } from './tally-layout.js';

/** One person's answers as they are counted: declared attributes and answers by question code. */
export interface CountedAnswers {
  readonly attributes: Readonly<Partial<Record<string, string>>>;
  readonly answers: Readonly<Record<string, Answer | undefined>>;
}

/** An innermost group while it is being counted. */
export interface GroupCounts {
  /** Value of each attribute, in the order of the attributes. */
  readonly values: readonly string[];
  n: number;
  readonly counts: Int32Array;
}

/**
 * Counts answers in one pass. Memory depends on the number of innermost groups and options, not on the number of people.
 * Blank answers (undefined or null, 「答えない」) are missing, never zero; a missing attribute is a group of its own, 答えない.
 */
export class TallyBook {
  private readonly layout: TallyLayout;
  private readonly groups = new Map<string, GroupCounts>();
  private readonly trees;

  constructor(
    questionnaire: Questionnaire,
    private readonly attributes: readonly TallyAttribute[],
  ) {
    this.layout = tallyLayout(questionnaire);
    this.trees = attributes.map(attributeTree);
  }

  /**
   * Counts one person, or several with the same answers, wholly or not at all.
   * @throws DomainError "unknown-option", "wrong-answer", "unknown-value": name of the question or attribute in `place.field`
   */
  add(person: CountedAnswers, times = 1): void {
    const values = this.attributes.map(({ key }, at) => this.valueOf(key, at, person.attributes[key]));
    const places = this.placesOf(person.answers);
    const group = this.groupOf(values);
    group.n += times;
    for (const place of places) group.counts[place] = (group.counts[place] ?? 0) + times;
  }

  /** Scores of every cell of the tables. The book may go on counting afterwards. */
  finish(tables: readonly TableSpec[]): ScoredTables {
    return scoreTables(
      { groups: [...this.groups.values()], layout: this.layout, attributes: this.attributes, trees: this.trees },
      tables,
    );
  }

  private groupOf(values: readonly string[]): GroupCounts {
    const name = JSON.stringify(values);
    const known = this.groups.get(name);
    if (known) return known;
    const group = { values, n: 0, counts: new Int32Array(this.layout.length) };
    this.groups.set(name, group);
    return group;
  }

  private valueOf(key: string, at: number, value: string | undefined): string {
    if (value === undefined || value === WITHHELD) return WITHHELD;
    if (this.trees[at]?.has(value) === false)
      throw refuse('unknown-value', key, '選択肢にない値です', 'is not one of the values');
    return value;
  }

  private placesOf(answers: CountedAnswers['answers']): number[] {
    const places: number[] = [];
    for (const slot of this.layout.items) {
      const place = itemPlace(slot, answers[slot.item]);
      if (place !== null) places.push(place);
    }
    for (const slot of this.layout.choices) places.push(...choicePlaces(slot, answers[slot.question.code]));
    return places;
  }
}

function itemPlace({ item, scale, at }: ItemSlot, answer: Answer | undefined): number | null {
  if (answer === undefined || answer === null) return null;
  if (typeof answer !== 'number' || !Number.isInteger(answer))
    throw refuse('wrong-answer', item, '整数ではありません', 'is not a whole number');
  if (answer < scale.min || answer > scale.max) {
    throw refuse(
      'unknown-option',
      item,
      `${scale.min}〜${scale.max} の外です`,
      `is outside ${scale.min} to ${scale.max}`,
    );
  }
  return at + answer - scale.min;
}

function choicePlaces({ question, at, optionAt }: ChoiceSlot, answer: Answer | undefined): number[] {
  if (answer === undefined || answer === null) return [];
  const chosen = typeof answer === 'string' ? [answer] : answer;
  if (typeof chosen === 'number' || (question.type === 'single-choice' && chosen.length !== 1)) {
    throw refuse('wrong-answer', question.code, '答え方が違います', 'is not answered as this question asks');
  }
  const options = [...new Set(chosen)].map((key) => {
    const place = optionAt.get(key);
    if (place === undefined)
      throw refuse('unknown-option', question.code, '選択肢にありません', 'is not one of the options');
    return place;
  });
  // An empty list is a blank, not an answer that chose nothing.
  return options.length === 0 ? [] : [at, ...options];
}

function refuse(code: string, field: string, ja: string, en: string): DomainError {
  return new DomainError('invalid', code, `${field}: ${ja}。`, `${field}: ${en}.`, { field });
}
