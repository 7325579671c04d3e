import type { ImportReport } from '#contract';
import type { UploadRecord } from '#database';
import { DomainError } from '#survey-model';

/** Whether the dry run may run again. @throws DomainError "import-applied", "import-busy" */
export function refuseCheck(upload: UploadRecord): void {
  refuseApplied(upload);
  refuseBusy(upload);
}

/**
 * Whether the file may be taken over: after a dry run, and either without an error or with the caller's word that the valid rows are
 * to be taken although others are wrong.
 * @throws DomainError "import-applied", "import-busy", "import-not-checked", "import-refused"
 */
export function refuseApply(upload: UploadRecord, acceptValid: boolean): void {
  refuseApplied(upload);
  refuseBusy(upload);
  if (upload.state === 'failed') {
    throw refusal(
      'import-failed',
      'このファイルは読み取れませんでした。ファイルを確かめて、もう一度送ってください。',
      'The file could not be read. Upload it again.',
    );
  }
  if (upload.state === 'waiting') {
    throw refusal(
      'import-not-checked',
      '確認(ドライラン)がまだ終わっていません。終わるまでお待ちください。',
      'The dry run is not finished yet. Wait for it.',
    );
  }
  const report = upload.report as Pick<ImportReport, 'errorCount' | 'validRows'> | null;
  const errorCount = report?.errorCount ?? 0;
  const validRows = report?.validRows ?? 0;
  if (upload.state === 'checked' && errorCount === 0) return;
  if (acceptValid && validRows > 0) return;
  throw refusal(
    'import-refused',
    validRows > 0
      ? `誤りが${errorCount}件あるため取り込めません。ファイルを直して送り直すか、正しい${validRows}行だけの取り込みを選んでください。`
      : `取り込める行がありません(誤り${errorCount}件)。列の対応とファイルを確かめてください。`,
    validRows > 0
      ? `There are ${errorCount} errors. Correct the file, or choose to take the ${validRows} valid rows only.`
      : `Not one row can be taken (${errorCount} errors). Check the column mapping and the file.`,
  );
}

function refuseApplied({ state }: UploadRecord): void {
  if (state === 'applied') {
    throw refusal(
      'import-applied',
      'この取り込みは適用済みです。変更するときは、新しいファイルを送ってください。',
      'This import has been applied. Upload a new file.',
    );
  }
}

/** Two jobs on one file would show each other's results. */
function refuseBusy({ jobState }: UploadRecord): void {
  if (jobState === 'pending' || jobState === 'running') {
    throw refusal(
      'import-busy',
      'この取り込みは処理中です。終わるまでお待ちください。',
      'This import is being worked on. Wait for it.',
    );
  }
}

function refusal(code: string, ja: string, en: string): DomainError {
  return new DomainError('conflict', code, ja, en);
}
