import { WordedRefusal } from '../problems/worded-refusal.js';
import type { Faults } from './faults.js';

export function versionMissing(): WordedRefusal {
  return new WordedRefusal(400, {
    code: 'xapi-version',
    ja: 'ヘッダー「X-Experience-API-Version: 1.0.3」(1.0.x)が必要です。',
    en: 'The header X-Experience-API-Version must be there and say 1.0.x, for example 1.0.3.',
  });
}

/** One for every cause. */
export function sourceRefused(): WordedRefusal {
  return new WordedRefusal(401, {
    code: 'statement-source-refused',
    ja: 'キーまたはシークレットが違うか、無効にされています。人事課の「学習システム」の設定を確かめてください。',
    en: 'Wrong key or secret, or revoked. Send Basic authentication with the key and secret that HR was shown.',
  });
}

export function notJson(): WordedRefusal {
  return new WordedRefusal(415, {
    code: 'xapi-media-type',
    ja: 'application/json だけを受け付けます。添付ファイル(multipart/mixed)は送らない設定にしてください。',
    en: 'Only application/json is taken. Statements with attachments (multipart/mixed) are not supported: switch them off.',
  });
}

export function badJson(): WordedRefusal {
  return new WordedRefusal(400, {
    code: 'json-malformed',
    ja: 'JSON として読めません。ステートメント一つか、その一覧(配列)を送ってください。',
    en: 'The body is not JSON. Send one statement or an array of them.',
  });
}

export function tooLarge(megabytes: number): WordedRefusal {
  return new WordedRefusal(413, {
    code: 'xapi-too-large',
    ja: `一度に送れるのは${megabytes}MBまでです。分けて送ってください。`,
    en: `At most ${megabytes} MB at once. Send smaller batches.`,
  });
}

export function statementsMalformed(faults: Faults): WordedRefusal {
  const { count, listed } = faults;
  return new WordedRefusal(
    400,
    {
      code: 'statements-malformed',
      ja: `ステートメントに誤りが${count}件あるため、一つも受け付けていません。`,
      en: `${count} faults; nothing of the request was taken. See errors.`,
    },
    listed,
  );
}

export function statementsConflict(faults: Faults): WordedRefusal {
  return new WordedRefusal(
    409,
    {
      code: 'statement-conflict',
      ja: '同じ id の、内容の違うステートメントを前に受け取っています。一つも受け付けていません。',
      en: 'A statement with this id and other content has been taken before. Nothing of the request was taken.',
    },
    faults.listed,
  );
}

export function notARecordStore(): WordedRefusal {
  return new WordedRefusal(405, {
    code: 'not-a-record-store',
    ja: 'のびのびは修了の報告を受け取るだけで、学習記録ストア(LRS)ではありません。ステートメントの取り出しはできません。',
    en: 'Statements can be handed in (POST, PUT) and not read back: this is not a learning record store (LRS).',
  });
}
