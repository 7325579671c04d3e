export interface Wording {
  readonly code: string;
  readonly ja: string;
  readonly en: string;
}

/** What the HTTP layer itself refuses. */
const WORDINGS: Readonly<Record<number, Wording>> = {
  400: {
    code: 'request-malformed',
    ja: '入力内容に誤りがあります。示された項目を直して、もう一度送ってください。',
    en: 'The request is malformed. Correct the fields listed and send it again.',
  },
  404: { code: 'not-found', ja: 'このアドレスには何もありません。', en: 'There is nothing at this address.' },
  405: {
    code: 'method-not-allowed',
    ja: 'このアドレスではできない操作です。',
    en: 'This address does not support that method.',
  },
  413: {
    code: 'request-too-large',
    ja: '送られた内容が大きすぎます。ファイルは50MB、それ以外は1MBまでです。',
    en: 'The request is too large: at most 50 MB for files and 1 MB for anything else.',
  },
  415: {
    code: 'media-type',
    ja: 'この形式は受け付けられません。JSON(UTF-8)で送ってください。',
    en: 'Send application/json in UTF-8.',
  },
};

export const STORE_AWAY: Wording = {
  code: 'database-away',
  ja: 'データベースに接続できません。少し待ってからもう一度お試しください。続くときは情報担当へ連絡してください。',
  en: 'The database is away. Try again soon; if this persists, tell the administrators.',
};

export function wordingOf(status: number): Wording {
  return (
    WORDINGS[status] ?? {
      code: `http-${status}`,
      ja: `受け付けられませんでした(${status})。`,
      en: `Refused (${status}).`,
    }
  );
}

/** @param incident under which the log has the cause */
export function faultWording(incident: string): Wording {
  return {
    code: 'fault',
    ja: `処理中に障害が起きました。もう一度お試しください。続くときは、番号 ${incident} を添えて情報担当へ連絡してください。`,
    en: `Something failed. Try again; if it persists, report incident ${incident}.`,
  };
}
