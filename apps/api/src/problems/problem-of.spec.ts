import { NotFoundException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { DomainError, type DomainErrorKind } from '#survey-model';
import { problemOf } from './problem-of.js';

describe('the problem of an error', () => {
  it.each([
    ['invalid', 422],
    ['unauthenticated', 401],
    ['forbidden', 403],
    ['not-found', 404],
    ['conflict', 409],
    ['gone', 410],
    ['too-many', 429],
    ['unavailable', 503],
  ] as [DomainErrorKind, number][])('%s is %i', (kind, status) => {
    expect(problemOf(new DomainError(kind, 'some-code', '日本語', 'English'))).toEqual({
      type: 'urn:nobinobi:problem:some-code',
      title: '日本語',
      status,
      detail: 'English',
      code: 'some-code',
      errors: [],
    });
  });

  it('lists every wrong line, or the one place', () => {
    const lines = [{ line: 3, column: '職員番号', ja: '空です', en: 'is empty' }];
    expect(problemOf(new DomainError('invalid', 'x', 'ja', 'en', { field: 'file' }, lines))?.errors).toEqual(lines);
    expect(problemOf(new DomainError('invalid', 'x', 'ja', 'en', { field: 'file' }))?.errors).toEqual([
      { field: 'file', ja: 'ja', en: 'en' },
    ]);
  });

  it('knows what the HTTP layer refuses', () => {
    expect(problemOf(new NotFoundException('Cannot GET /secret?x=1'))).toMatchObject({
      status: 404,
      title: 'このアドレスには何もありません。',
    });
    expect(problemOf(Object.assign(new Error('too large'), { status: 413 }))).toMatchObject({
      status: 413,
      code: 'request-too-large',
    });
  });

  it.each(['ECONNREFUSED', '57P01', '08006', '53300'])('says that the database is away on %s', (code) => {
    expect(problemOf(Object.assign(new Error('x'), { code }))).toMatchObject({ status: 503, code: 'database-away' });
  });

  it('leaves faults of our own to the filter', () => {
    expect(problemOf(new TypeError('x is not a function'))).toBeNull();
    expect(problemOf(Object.assign(new Error('duplicate key'), { code: '23505' }))).toBeNull();
    expect(problemOf('a string')).toBeNull();
  });
});
