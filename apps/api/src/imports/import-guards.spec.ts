import { describe, expect, it } from '@jest/globals';
import type { UploadRecord } from '#database';
import { refuseApply, refuseCheck } from './import-guards.js';

function upload(fields: Partial<UploadRecord>): UploadRecord {
  return {
    id: '1',
    kind: 'roster',
    fileName: 'roster.csv',
    state: 'checked',
    requestedAt: new Date(0),
    appliedAt: null,
    report: { errorCount: 0, validRows: 3 },
    jobId: null,
    jobName: null,
    jobState: 'done',
    ...fields,
  };
}

function codeOf(work: () => void): string {
  try {
    work();
    return 'allowed';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('applying an import', () => {
  it.each([
    ['a clean dry run', {}, false, 'allowed'],
    ['errors', { report: { errorCount: 1, validRows: 3 } }, false, 'import-refused'],
    ['errors, valid rows wanted', { report: { errorCount: 1, validRows: 3 } }, true, 'allowed'],
    [
      'errors only, valid rows wanted',
      { state: 'refused', report: { errorCount: 4, validRows: 0 } },
      true,
      'import-refused',
    ],
    [
      'a refused file with valid rows, wanted',
      { state: 'refused', report: { errorCount: 4, validRows: 2 } },
      true,
      'allowed',
    ],
    ['a dry run under way', { state: 'waiting', report: null, jobState: 'running' }, true, 'import-busy'],
    ['a dry run that never ended', { state: 'waiting', report: null, jobState: 'failed' }, true, 'import-not-checked'],
    ['a file that is none', { state: 'failed', report: null }, true, 'import-failed'],
    ['an applied file', { state: 'applied' }, false, 'import-applied'],
    ['an application under way', { jobState: 'pending' }, false, 'import-busy'],
  ] as const)('%s', (_, fields, acceptValid, expected) => {
    expect(codeOf(() => refuseApply(upload(fields), acceptValid))).toBe(expected);
  });
});

describe('checking an import again', () => {
  it.each([
    ['a checked file', {}, 'allowed'],
    ['a file that could not be read', { state: 'failed' }, 'allowed'],
    ['a file under way', { jobState: 'running' }, 'import-busy'],
    ['an applied file', { state: 'applied' }, 'import-applied'],
  ] as const)('%s', (_, fields, expected) => {
    expect(codeOf(() => refuseCheck(upload(fields)))).toBe(expected);
  });
});
