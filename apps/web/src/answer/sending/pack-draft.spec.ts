import { describe, expect, it } from '@jest/globals';
import { ballotSerial, fromBase64Url, importTallyKey, openBallot, SEALED_BALLOT_BYTES, toBase64Url } from '#ballot';
import { makeTallyKey } from '#ballot/custody';
import type { SurveyForm } from '#survey-model';
import { newDraft, withAnswer } from '../storage/answer-record.js';
import { fakeKeptTicket } from '../storage/fake-kept-ticket.js';
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

describe('a draft as a cast', () => {
  it('holds answers and attributes, readable with the tally key alone, and nothing that was kept beside them', async () => {
    const { publicKey, privateKey } = await makeTallyKey();
    const { own, ...kept } = await fakeKeptTicket();
    const draft = withAnswer(newDraft({ ...kept, own }, { position: 'manager' }, false), 'q1', 4);
    const packed = await packDraft(form, draft, own, publicKey);
    if (!('cast' in packed)) throw new Error('not packed');
    const { ticket, ballot, copy, proof, revision, ...rest } = packed.cast;
    expect({ ticket, revision, rest }).toEqual({ ticket: own.ticket, revision: 1, rest: {} });
    expect([fromBase64Url(copy).length, fromBase64Url(proof).length]).toEqual([16_384, 64]);
    const sealed = fromBase64Url(ballot);
    expect(sealed).toHaveLength(SEALED_BALLOT_BYTES);
    const opened = await openBallot(
      await importTallyKey(privateKey),
      's1',
      await ballotSerial(ticket.prepared),
      sealed,
    );
    expect(opened).toEqual({ surveyId: 's1', attributes: { position: 'manager' }, answers: { q1: 4 } });
    const sent = JSON.stringify(packed.cast);
    expect(sent).not.toContain(draft.recoveryCode);
    expect(sent).not.toContain(own.keys.privateKey);
    expect(sent).not.toContain(toBase64Url(new TextEncoder().encode('manager')));
  });

  it('is not made of answers that the tally would refuse', async () => {
    const { own, ...kept } = await fakeKeptTicket();
    const draft = withAnswer(newDraft({ ...kept, own }, {}, false), 'q2', '六文字です。');
    const packed = await packDraft(form, draft, own, '');
    expect('faults' in packed && packed.faults.map(({ field }) => field)).toEqual(['answers.q2']);
  });
});
