import { describe, expect, it } from '@jest/globals';
import type { Questionnaire } from '#survey-model';
import { withOptionText, withQuestionText, withSectionText } from './edit-wording.js';

const before: Questionnaire = {
  key: 'q',
  title: 'q',
  sections: [
    {
      key: 's1',
      title: '節',
      note: '説明',
      questions: [
        { code: 'q1', text: '一', type: 'scale', scale: { min: 1, max: 5 } },
        {
          code: 'q2',
          text: '二',
          type: 'single-choice',
          options: [
            { key: 'a', text: 'あ' },
            { key: 'b', text: 'い' },
          ],
        },
      ],
    },
  ],
  scoring: { items: ['q1'], categories: [], bands: null },
};

describe('editing the wording', () => {
  it('changes the one text and nothing else', () => {
    const after = withQuestionText(before, 'q1', '{organisation}で働くこと');
    expect(after.sections[0]?.questions[0]?.text).toBe('{organisation}で働くこと');
    expect(withQuestionText(after, 'q1', '一')).toEqual(before);
  });

  it('changes one option of a choice and no option of a scale', () => {
    expect(withOptionText(before, 'q2', 'b', 'う').sections[0]?.questions[1]).toMatchObject({
      options: [{ text: 'あ' }, { text: 'う' }],
    });
    expect(withOptionText(before, 'q1', 'b', 'う')).toEqual(before);
  });

  it('takes an emptied note away, since a questionnaire may not hold an empty one', () => {
    expect(withSectionText(before, 's1', { note: '' }).sections[0]).not.toHaveProperty('note');
    expect(withSectionText(before, 's1', { title: '新' }).sections[0]).toMatchObject({ title: '新', note: '説明' });
  });
});
