/** Of places, seats and files of training: used by HR's, the staff's and the heads' pages alike. */
export const trainingPlaceJa = {
  place: {
    seated: () => '席あり',
    waiting: (line: number | null) => (line === null ? 'キャンセル待ち' : `キャンセル待ち ${line}番`),
    pending: () => '上司の承認待ち',
    'pending-waiting': (line: number | null) =>
      line === null ? '上司の承認待ち・キャンセル待ち' : `上司の承認待ち・キャンセル待ち ${line}番`,
    declined: () => '不承認',
    cancelled: () => '取消',
  },
  source: {
    application: '本人の申込',
    'nomination-hr': '人事の指名',
    'nomination-head': '所属長の指名',
  },
  sessionState: { scheduled: '開催予定', cancelled: '中止', closed: '出欠確定' },
  open: '受付中',
  notOpen: '受付終了',
  capacityOf: (what: string) => `${what}の席の埋まり具合`,
  seats: (seated: string, capacity: string) => `${seated} / ${capacity}席`,
  full: '満席',
  waiting: (count: string) => `キャンセル待ち ${count}人`,
  building: 'ファイルの作成',
  download: (name: string) => `${name} をダウンロード`,
};
