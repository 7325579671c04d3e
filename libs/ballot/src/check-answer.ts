import type {
  Answer,
  ChoiceQuestion,
  FreeTextQuestion,
  MultipleChoiceQuestion,
  Question,
  ScaleQuestion,
} from '#survey-model';

/** `answer` is undefined for a blank. */
export type CheckedAnswer = { readonly answer: Answer | undefined } | { readonly ja: string; readonly en: string };

/** Checks one value against one question; null (答えない) suits every question. */
export function checkAnswer(question: Question, value: unknown): CheckedAnswer {
  if (value === null) return { answer: null };
  switch (question.type) {
    case 'scale':
      return checkScale(question, value);
    case 'single-choice':
      return isOption(question, value) ? { answer: value } : UNKNOWN_OPTION;
    case 'multiple-choice':
      return checkChoices(question, value);
    case 'free-text':
      return checkText(question, value);
  }
}

const UNKNOWN_OPTION = { ja: '選択肢にない値です', en: 'is not one of the options' };

function checkScale({ scale }: ScaleQuestion, value: unknown): CheckedAnswer {
  if (typeof value === 'number' && Number.isInteger(value) && value >= scale.min && value <= scale.max)
    return { answer: value };
  return {
    ja: `${scale.min}から${scale.max}までの整数ではありません`,
    en: `is not a whole number from ${scale.min} to ${scale.max}`,
  };
}

function checkChoices(question: MultipleChoiceQuestion, value: unknown): CheckedAnswer {
  if (!Array.isArray(value)) return { ja: '複数選択の形式ではありません', en: 'is not a list of options' };
  const chosen: string[] = [];
  for (const choice of value as readonly unknown[]) {
    if (!isOption(question, choice)) return UNKNOWN_OPTION;
    if (chosen.includes(choice)) return { ja: '同じ選択肢が二度選ばれています', en: 'holds an option twice' };
    chosen.push(choice);
  }
  const most = question.maxChoices ?? question.options.length;
  if (chosen.length > most) return { ja: `選べるのは${most}個までです`, en: `holds more than ${most} options` };
  return { answer: chosen.length === 0 ? undefined : chosen };
}

function checkText({ maxLength }: FreeTextQuestion, value: unknown): CheckedAnswer {
  if (typeof value !== 'string') return { ja: '文字ではありません', en: 'is not text' };
  const text = value
    .replace(/\r\n?/g, '\n')
    // Half of a surrogate pair is no character, and neither PostgreSQL nor a workbook takes control characters.
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
    .trim();
  if (Array.from(text).length > maxLength)
    return { ja: `${maxLength}文字を超えています`, en: `is longer than ${maxLength} characters` };
  return { answer: text === '' ? undefined : text };
}

function isOption(question: ChoiceQuestion, value: unknown): value is string {
  return question.options.some((option) => option.key === value);
}
