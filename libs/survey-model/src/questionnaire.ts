/** The instrument (調査票). A questionnaire is data: cities edit the wording, or bring another one. */

export interface Scale {
  readonly min: number;
  readonly max: number;
  /** One label an option from min to max, or none. */
  readonly labels?: readonly string[];
}

export interface Option {
  readonly key: string;
  readonly text: string;
}

interface QuestionBase {
  /** Unique within the questionnaire, for example "q1". Letters, digits, "-" and "_". */
  readonly code: string;
  /** May hold `{organisation}`. */
  readonly text: string;
}

export interface ScaleQuestion extends QuestionBase {
  readonly type: 'scale';
  readonly scale: Scale;
}

export interface SingleChoiceQuestion extends QuestionBase {
  readonly type: 'single-choice';
  readonly options: readonly Option[];
}

export interface MultipleChoiceQuestion extends QuestionBase {
  readonly type: 'multiple-choice';
  readonly options: readonly Option[];
  readonly maxChoices?: number;
}

export interface FreeTextQuestion extends QuestionBase {
  readonly type: 'free-text';
  readonly maxLength: number;
}

export type Question = ScaleQuestion | SingleChoiceQuestion | MultipleChoiceQuestion | FreeTextQuestion;
export type ChoiceQuestion = SingleChoiceQuestion | MultipleChoiceQuestion;

export interface Section {
  readonly key: string;
  readonly title: string;
  readonly note?: string;
  readonly questions: readonly Question[];
}

/** 区分: its mean is the plain mean of its items' means. */
export interface Category {
  readonly key: string;
  readonly name: string;
  /** Codes of scale questions. */
  readonly items: readonly string[];
}

/** Thresholds as decimals: above `high` is high, below `low` is low, between is middle; `norm` is the reference value. */
export interface BandThresholds {
  readonly high: number;
  readonly norm: number;
  readonly low: number;
}

export interface Scoring {
  /** Codes of the scale questions that make the overall score, in order. All share one scale. */
  readonly items: readonly string[];
  readonly categories: readonly Category[];
  readonly bands: BandThresholds | null;
  /** Codes of scored items whose drivers are looked at, beside those of the overall score: pride, for example. */
  readonly outcomes?: readonly string[];
}

export interface Questionnaire {
  readonly key: string;
  readonly title: string;
  /** Where the wording comes from, where it is not the city's own. */
  readonly attribution?: string;
  readonly sections: readonly Section[];
  readonly scoring: Scoring;
}

export function questionsOf(questionnaire: Questionnaire): Question[] {
  return questionnaire.sections.flatMap((section) => section.questions);
}

/** The scored items in the order of `scoring.items`. @throws RangeError when a code is not a scale question. */
export function scoredItems(questionnaire: Questionnaire): ScaleQuestion[] {
  const byCode = new Map(questionsOf(questionnaire).map((question) => [question.code, question]));
  return questionnaire.scoring.items.map((code) => {
    const question = byCode.get(code);
    if (question?.type !== 'scale') throw new RangeError(`scoredItems: ${code} is not a scale question`);
    return question;
  });
}

export function choiceQuestions(questionnaire: Questionnaire): ChoiceQuestion[] {
  return questionsOf(questionnaire).filter(
    (question): question is ChoiceQuestion => question.type === 'single-choice' || question.type === 'multiple-choice',
  );
}

/** Replaces `{organisation}` in every text that staff or readers see. */
export function withOrganisation(questionnaire: Questionnaire, organisation: string): Questionnaire {
  const fill = (text: string): string => text.replaceAll('{organisation}', organisation);
  return {
    ...questionnaire,
    title: fill(questionnaire.title),
    sections: questionnaire.sections.map((section) => ({
      ...section,
      title: fill(section.title),
      ...(section.note === undefined ? {} : { note: fill(section.note) }),
      questions: section.questions.map((question) => filledQuestion(question, fill)),
    })),
    scoring: {
      ...questionnaire.scoring,
      categories: questionnaire.scoring.categories.map((category) => ({ ...category, name: fill(category.name) })),
    },
  };
}

function filledQuestion(question: Question, fill: (text: string) => string): Question {
  const text = fill(question.text);
  if (question.type === 'single-choice' || question.type === 'multiple-choice') {
    return { ...question, text, options: question.options.map((option) => ({ ...option, text: fill(option.text) })) };
  }
  const labels = question.type === 'scale' ? question.scale.labels : undefined;
  return question.type === 'scale' && labels
    ? { ...question, text, scale: { ...question.scale, labels: labels.map(fill) } }
    : { ...question, text };
}

/**
 * How many of the top options count as favourable: two of four, five, six or more options, one of two or three.
 * Source: DESIGN.md section 4 (top two of five) and the usual top-two-box convention for four.
 */
export function favourableOptions(scale: Scale): number {
  return scale.max - scale.min + 1 >= 4 ? 2 : 1;
}
