import type { Question, Questionnaire, Section } from '#survey-model';

/** The questionnaire with another text for one question. */
export function withQuestionText(questionnaire: Questionnaire, code: string, text: string): Questionnaire {
  return withQuestion(questionnaire, code, (question) => ({ ...question, text }));
}

/** The questionnaire with another text for one option of a choice question. */
export function withOptionText(questionnaire: Questionnaire, code: string, key: string, text: string): Questionnaire {
  return withQuestion(questionnaire, code, (question) =>
    'options' in question
      ? { ...question, options: question.options.map((option) => (option.key === key ? { ...option, text } : option)) }
      : question,
  );
}

/** The questionnaire with another title or note of one section; an empty note is no note. */
export function withSectionText(
  questionnaire: Questionnaire,
  key: string,
  change: { readonly title?: string; readonly note?: string },
): Questionnaire {
  const edit = (section: Section): Section => {
    const { note, ...rest } = { ...section, ...change };
    return note ? { ...rest, note } : rest;
  };
  return {
    ...questionnaire,
    sections: questionnaire.sections.map((section) => (section.key === key ? edit(section) : section)),
  };
}

function withQuestion(questionnaire: Questionnaire, code: string, edit: (q: Question) => Question): Questionnaire {
  return {
    ...questionnaire,
    sections: questionnaire.sections.map((section) => ({
      ...section,
      questions: section.questions.map((question) => (question.code === code ? edit(question) : question)),
    })),
  };
}
