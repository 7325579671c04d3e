import { describe, expect, it } from '@jest/globals';
import {
  accept,
  draftOfCopy,
  firstBlank,
  freeze,
  newDraft,
  thaw,
  withAnswer,
  withoutAnswers,
} from './answer-record.js';
import { fakeKeptTicket } from './fake-kept-ticket.js';
import { readRecord, recordKey, writeRecord } from './record-store.js';

const ticket = await fakeKeptTicket();
const cast = { ticket: ticket.own.ticket, revision: 1, ballot: 'b', copy: 'c', proof: 'p' };
const fresh = newDraft(ticket, { position: 'manager' }, false);

function memory(initial: Record<string, string> = {}) {
  const kept = new Map(Object.entries(initial));
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

describe('what the browser keeps', () => {
  it('comes back as it was', () => {
    const storage = memory();
    const draft = withAnswer(withAnswer(fresh, 'q1', 4), 'q2', null);
    expect(writeRecord(storage, 'k', draft)).toBe(true);
    expect(readRecord(storage, 'k')).toEqual(draft);
    const waiting = freeze(draft, cast);
    expect(writeRecord(storage, 'k', waiting)).toBe(true);
    expect(readRecord(storage, 'k')).toEqual({ ...draft, phase: 'waiting', cast });
    const accepted = accept(waiting, 'RECEIPT');
    expect(writeRecord(storage, 'k', accepted)).toBe(true);
    expect(readRecord(storage, 'k')).toEqual({
      phase: 'accepted',
      ...ticket,
      shared: false,
      receipt: 'RECEIPT',
      marked: false,
    });
  });

  it('is nothing when it cannot be read', () => {
    for (const text of ['', 'x', '1', 'null', '{}', '{"phase":"draft"}', '{"phase":"waiting","request":{}}']) {
      expect(readRecord(memory({ k: text }), 'k')).toBeNull();
    }
    const blocked = {
      getItem: (): string => {
        throw new Error('blocked');
      },
    };
    expect(readRecord(blocked, 'k')).toBeNull();
  });

  it('says when it could not be kept', () => {
    const full = {
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    expect(writeRecord(full, 'k', fresh)).toBe(false);
  });

  it('has a place of its own for each survey, person and for paper', () => {
    const keys = [
      recordKey('s', '1', false),
      recordKey('s', '2', false),
      recordKey('t', '1', false),
      recordKey('s', '1', true),
    ];
    expect(new Set(keys).size).toBe(4);
  });
});

describe('a draft', () => {
  const draft = withAnswer(fresh, 'q1', 4);

  it('of what lies in the box is the next revision of it', () => {
    const again = draftOfCopy(ticket, { answers: { q1: 4 }, attributes: { position: 'manager' } }, 3, true);
    expect(again).toMatchObject({ ...ticket, revision: 4, answers: { q1: 4 }, shared: true, codeSeen: true });
  });

  it('takes an answer back to a blank', () => {
    expect(withAnswer(draft, 'q1', undefined).answers).toEqual({});
  });

  it('keeps its ticket when the answers are taken off the device, and when it is sent and comes back', () => {
    expect(withoutAnswers(draft)).toMatchObject({ ...ticket, answers: {}, attributes: {} });
    expect(thaw(freeze(draft, cast))).toEqual(draft);
  });

  it('goes on at the first question that is a blank', () => {
    const questions = ['q1', 'q2'].map((code) => ({ code, text: '', type: 'free-text' as const, maxLength: 9 }));
    const questionnaire = {
      key: '',
      title: '',
      sections: [{ key: '', title: '', questions }],
      scoring: { items: [], categories: [], bands: null },
    };
    expect(firstBlank({ questionnaire }, draft)).toBe(1);
    expect(firstBlank({ questionnaire }, withAnswer(draft, 'q2', null))).toBe(0);
    expect(firstBlank({ questionnaire }, null)).toBe(0);
  });
});
