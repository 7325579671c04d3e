import { DomainError } from '#survey-model';

export function notCustodians(): DomainError {
  return new DomainError(
    'conflict',
    'not-custodians',
    'この調査はサーバーだけで開票する設定です。立会人に鍵を分けるときは、調査の編集で「立会人」を選んでください。',
    'The worker opens this survey by itself. Choose custodians in the draft to split a key.',
  );
}

export function noKey(): DomainError {
  return new DomainError(
    'conflict',
    'custody-no-key',
    'この調査には、まだ立会人の鍵が登録されていません。先に鍵を作ってください。',
    "No custodians' key is registered for this survey. Make one first.",
  );
}

export function notAsked(): DomainError {
  return new DomainError(
    'conflict',
    'custody-not-asked',
    '今は鍵の分割片を受け付けていません。試し開けは受付を始める前、開票は締め切りの後に行います。画面を読み込み直してください。',
    'No share is asked for now: tests come before the opening, the tally after the close. Reload the page.',
  );
}

export function thresholdTooLarge(): DomainError {
  return new DomainError(
    'invalid',
    'custody-threshold',
    '開けるのに要る人数は、立会人の人数以下にしてください。',
    'The threshold must not exceed the number of shares.',
    { field: 'threshold' },
  );
}

export function digestsDiffer(): DomainError {
  return new DomainError(
    'invalid',
    'custody-digests',
    '分割片の照合値は、立会人の人数と同じ数だけ、すべて異なるものを送ってください。',
    'There must be one digest for each share, all of them different.',
    { field: 'shareDigests' },
  );
}
