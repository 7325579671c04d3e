import { DomainError } from '#survey-model';

export function courseUnknown(): DomainError {
  return new DomainError(
    'not-found',
    'course-unknown',
    'この講座は見つかりません。講座の一覧から選び直してください。',
    'There is no such course. Choose it from the list again.',
    { field: 'courseKey' },
  );
}

export function courseKeyTaken(key: string): DomainError {
  return new DomainError(
    'conflict',
    'course-key-taken',
    `講座コード「${key}」はすでに使われています。別のコードにしてください。`,
    `The key "${key}" belongs to another course. Choose another key.`,
    { field: 'key' },
  );
}

export function activityTaken(courseKey: string): DomainError {
  return new DomainError(
    'conflict',
    'activity-taken',
    `このアクティビティ ID は講座「${courseKey}」で使われています。学習システムの ID を確かめてください。`,
    `This activity id belongs to the course "${courseKey}". Check the id in the learning system.`,
    { field: 'activityId' },
  );
}

export function programmeUnknown(): DomainError {
  return new DomainError(
    'invalid',
    'programme-unknown',
    'この研修は育成計画にありません。育成計画の研修から選んでください。',
    'The plan has no such programme. Choose one of the plan.',
    { field: 'programmeKey' },
  );
}

export function methodUnknown(programme: string, methods: readonly string[]): DomainError {
  const choice =
    methods.length > 0 ? `「${methods.join('」「')}」から選んでください` : '先に育成計画で育成方法を登録してください';
  return new DomainError(
    'invalid',
    'method-unknown',
    `「${programme}」にこの育成方法はありません。${choice}。`,
    `"${programme}" has no such method. Choose one of: ${methods.join(', ')}.`,
    { field: 'method' },
  );
}

export function courseNameBlank(): DomainError {
  return new DomainError('invalid', 'name-blank', '講座名を入力してください。', 'Enter a name.', { field: 'name' });
}
