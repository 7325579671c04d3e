import { DomainError } from '#survey-model';

export function notReleased(): DomainError {
  return new DomainError(
    'not-found',
    'not-released',
    'この調査の結果はまだ公表されていません。締め切りと集計が終わるまでお待ちください。',
    'There is no release of this survey yet. Wait until it is closed and tallied.',
  );
}

export function departmentUnknown(departmentCode: string): DomainError {
  return new DomainError(
    'not-found',
    'department-unknown',
    `組織コード ${departmentCode} は、この調査にはありません。組織を選び直してください。`,
    `This survey has no department ${departmentCode}. Choose one of its departments.`,
    { field: 'departmentCode' },
  );
}

export function attributeUnknown(attribute: string): DomainError {
  return new DomainError(
    'invalid',
    'attribute-unknown',
    `この調査では「${attribute}」を尋ねていません。調査の属性から選び直してください。`,
    `This survey did not ask for "${attribute}". Choose among its attributes.`,
    { field: 'attributes' },
  );
}

export function tablesOver(destroyOn: string): DomainError {
  return new DomainError(
    'conflict',
    'tables-over',
    `追加の集計表を作れるのは回答を廃棄する日(${destroyOn})の前までです。公表済みの表をお使いください。`,
    `Further tables can be made until the ballots are destroyed (${destroyOn}). Use the tables that have been released.`,
  );
}

export function tableKnown(): DomainError {
  return new DomainError(
    'conflict',
    'table-known',
    'この集計表は公表済みか、判定を待っています。結果の画面をご覧ください。',
    'This table has been released, or waits to be decided. See the results.',
  );
}
