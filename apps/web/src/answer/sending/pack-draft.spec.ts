import { describe, expect, it } from '@jest/globals';
import { fromBase64Url, SEALED_BALLOT_BYTES, unpackBallot } from '#ballot';
import type { SurveyForm } from '#survey-model';
import { newDraft, withAnswer } from '../storage/answer-record.js';
import { packDraft } from './pack-draft.js';

const form: SurveyForm = {
  surveyId: 's1',
  title: '',
  organisation: '',
  fiscalYear: 2026,
  opensOn: '2026-05-01',
  closesOn: '2026-05-31',
  minGroup: 5,
  questionnaire: {
    key: 'q',
    title: 'q',
    sections: [
      {
        key: 's',
        title: 's',
        questions: [
          { code: 'q1', text: '', type: 'scale', scale: { min: 1, max: 5 } },
          { code: 'q2', text: '', type: 'free-text', maxLength: 5 },
        ],
      },
    ],
    scoring: { items: ['q1'], categories: [], bands: null },
  },
  attributes: [{ key: 'position', label: '職位', values: [{ key: 'manager', label: '課長級' }] }],
};

describe('a draft as a ballot', () => {
  it('holds answers and attributes, and nothing that was kept beside them', () => {
    const packed = packDraft(form, withAnswer(newDraft({ position: 'manager' }), 'q1', 4));
    if (!('ballot' in packed)) throw new Error('not packed');
    const bytes = fromBase64Url(packed.ballot);
    expect(bytes).toHaveLength(SEALED_BALLOT_BYTES);
    expect(unpackBallot(bytes)).toEqual({ surveyId: 's1', attributes: { position: 'manager' }, answers: { q1: 4 } });
  });

  it('is not made of answers that the tally would refuse', () => {
    const packed = packDraft(form, withAnswer(newDraft({}), 'q2', '六文字です。'));
    expect('faults' in packed && packed.faults.map(({ field }) => field)).toEqual(['answers.q2']);
  });
});
