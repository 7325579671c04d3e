import { scoredItems, type Questionnaire, type ScaleQuestion } from '#survey-model';

export interface NumberedItem {
  readonly code: string;
  /** Counted from 1 in the order of the scoring. */
  readonly number: number;
  readonly text: string;
  readonly question: ScaleQuestion;
}

export interface ItemGroup {
  /** null: items that belong to no category. */
  readonly category: { readonly key: string; readonly name: string } | null;
  readonly items: readonly NumberedItem[];
}

export function numberedItems(questionnaire: Questionnaire): NumberedItem[] {
  return scoredItems(questionnaire).map((question, index) => ({
    code: question.code,
    number: index + 1,
    text: question.text,
    question,
  }));
}

/** The scored items by category, in the questionnaire's order; those without a category at the end. */
export function itemsByCategory(questionnaire: Questionnaire): ItemGroup[] {
  const items = numberedItems(questionnaire);
  const { categories } = questionnaire.scoring;
  const grouped = categories.map(({ key, name, items: codes }) => ({
    category: { key, name },
    items: items.filter((item) => codes.includes(item.code)),
  }));
  const others = items.filter((item) => !categories.some((category) => category.items.includes(item.code)));
  return others.length > 0 ? [...grouped, { category: null, items: others }] : grouped;
}
