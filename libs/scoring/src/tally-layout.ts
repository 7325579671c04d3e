import {
  choiceQuestions,
  scoredItems,
  type Category,
  type ChoiceQuestion,
  type Questionnaire,
  type Scale,
} from '#survey-model';

export interface ItemSlot {
  readonly item: string;
  readonly scale: Scale;
  /** Where the item's counts begin in a group's vector; one place an option. */
  readonly at: number;
  readonly options: number;
}

export interface ChoiceSlot {
  readonly question: ChoiceQuestion;
  /** Where the number of people who answered stands; the options follow. */
  readonly at: number;
  readonly optionAt: ReadonlyMap<string, number>;
}

/** Where each count of a questionnaire stands in the integer vector that every innermost group has. */
export interface TallyLayout {
  readonly items: readonly ItemSlot[];
  readonly choices: readonly ChoiceSlot[];
  readonly categories: readonly Category[];
  readonly length: number;
}

export function tallyLayout(questionnaire: Questionnaire): TallyLayout {
  let length = 0;
  const take = (places: number): number => {
    const at = length;
    length += places;
    return at;
  };
  const items = scoredItems(questionnaire).map(({ code, scale }) => {
    const options = scale.max - scale.min + 1;
    return { item: code, scale, at: take(options), options };
  });
  const choices = choiceQuestions(questionnaire).map((question) => {
    const at = take(1);
    return { question, at, optionAt: new Map(question.options.map(({ key }) => [key, take(1)])) };
  });
  return { items, choices, categories: questionnaire.scoring.categories, length };
}
