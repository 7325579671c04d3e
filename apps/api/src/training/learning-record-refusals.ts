import { DomainError } from '#survey-model';

export function sourceExists(): DomainError {
  return new DomainError(
    'conflict',
    'statement-source-exists',
    'このキーは使われています(無効にしたものも含む)。別のキーを選んでください。',
    'This key is taken, perhaps by a source that was revoked. Choose another.',
    { field: 'key' },
  );
}

export function sourceUnknown(): DomainError {
  return new DomainError(
    'not-found',
    'statement-source-unknown',
    'この学習システムは登録されていません。一覧から選び直してください。',
    'There is no such statement source. Choose it from the list again.',
  );
}

export function parkedUnknown(): DomainError {
  return new DomainError(
    'not-found',
    'parked-unknown',
    'この保留中の修了は見つかりません。一覧から選び直してください。',
    'There is no such parked statement. Choose it from the list again.',
  );
}

export function parkedResolved(): DomainError {
  return new DomainError(
    'conflict',
    'parked-resolved',
    'この修了は、すでに処理されています。一覧を読み直してください。',
    'This parked statement has been resolved already. Load the list again.',
  );
}

/** @param field what is missing, or what should not be there */
export function answerIncomplete(field: 'staffNumber' | 'courseKey'): DomainError {
  const label = field === 'staffNumber' ? '職員番号' : '講座';
  return new DomainError(
    'invalid',
    'answer-incomplete',
    `${label}を指定するか、「取り込まない」を選んでください。`,
    `Give ${field}, or dismiss it.`,
    { field },
  );
}

export function answerContradicts(): DomainError {
  return new DomainError(
    'invalid',
    'answer-contradicts',
    '「取り込まない」と、職員番号や講座の指定は、どちらか一方にしてください。',
    'Either dismiss it, or say whose and which course it is.',
    { field: 'dismiss' },
  );
}

export function staffUnknown(): DomainError {
  return new DomainError(
    'invalid',
    'staff-unknown',
    'この職員番号は名簿にありません。',
    'This staff number is not in the roster.',
    { field: 'staffNumber' },
  );
}

export function courseUnknown(): DomainError {
  return new DomainError('invalid', 'course-unknown', 'この講座はありません。', 'There is no such course.', {
    field: 'courseKey',
  });
}
