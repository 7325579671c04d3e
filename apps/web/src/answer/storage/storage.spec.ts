import { describe, expect, it } from '@jest/globals';
import { firstBlank, freeze, newDraft, thaw, withAnswer, withoutAnswers } from './answer-record.js';
import { readRecord, recordKey, writeRecord } from './record-store.js';

const ticket = { scheme: 's', message: 'm', signature: 'x' };

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
    const draft = withAnswer(withAnswer(newDraft({ position: 'manager' }), 'q1', 4), 'q2', null);
    expect(writeRecord(storage, 'k', draft)).toBe(true);
    expect(readRecord(storage, 'k')).toEqual(draft);
    expect(writeRecord(storage, 'k', freeze(draft, ticket, 'ballot'))).toBe(true);
    expect(readRecord(storage, 'k')).toMatchObject({ phase: 'waiting', ballot: 'ballot', request: draft.request });
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
    expect(writeRecord(full, 'k', { phase: 'accepted' })).toBe(false);
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
  const draft = withAnswer(newDraft({ position: 'manager' }), 'q1', 4);

  it('makes another ticket message each time it is begun', () => {
    expect(newDraft({}).request.message).not.toBe(newDraft({}).request.message);
  });

  it('takes an answer back to a blank', () => {
    expect(withAnswer(draft, 'q1', undefined).answers).toEqual({});
  });

  it('keeps its ticket when the answers are taken off the device, and when it is sent and comes back', () => {
    const ready = { ...draft, ticket };
    expect(withoutAnswers(ready)).toMatchObject({ ticket, request: draft.request, answers: {}, attributes: {} });
    expect(thaw(freeze(ready, ticket, 'ballot'))).toEqual(ready);
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
