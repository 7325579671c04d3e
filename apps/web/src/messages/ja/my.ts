export const myJa = {
  title: '回答をお願いする調査',
  none: '今、回答をお願いする調査はありません',
  noneLead: '調査が始まると、ここに表示されます。',
  state: { invited: '未回答', started: '回答の途中', done: '回答済み', paper: '紙で回答' },
  closed: '受付終了',
  until: (date: string) => `${date}まで`,
  answer: '回答する',
  continueAnswer: '続きから回答する',
  doneNote: 'ご回答ありがとうございました。',
  sent: '受付済み',
  sentNote:
    '回答は投票箱に入っています。「回答済み」の記録は、10人分たまってからまとめて反映されます。もう一度答える必要はありません。',
  correct: '回答を直す',
  check: '受領証で、自分の回答が投票箱に入っていることを確かめる',
  exceptionTitle: (at: string) => `${at}に、回答券が再発行できるようになりました`,
  exceptionBody: (reason: string) =>
    `人事担当が、控えを失った場合の例外として認めました(理由: ${reason})。心当たりがなければ、監査担当か人事担当へ知らせてください。`,
  paperNote: '紙の調査票をお渡し済みです。画面からは回答できません。',
  issuesTitle: (count: number) => `アクセスコードの発行履歴(${count}件)`,
  issuesLead:
    'あなたの名義で発行されたアクセスコードの記録です。心当たりのない発行があれば、人事担当へお知らせください。',
  issuesCaption: 'アクセスコードの発行履歴',
  issuedAt: '発行日時',
  issuedBy: '発行者',
  usedAt: '使用日時',
  unused: '未使用',
};
