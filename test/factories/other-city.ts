import type { Questionnaire } from '#survey-model';

const PER_SECTION: Readonly<Record<string, number>> = { '110': 14, '120': 9, '210': 12, '220': 3 };
const PATHS: Readonly<Record<string, string>> = {
  '110': '企画局/総合政策部/政策推進課',
  '120': '企画局/総合政策部/情報政策課',
  '210': '福祉局/生活支援部/保護課',
  '220': '福祉局/生活支援部/医療助成室',
};

export interface OtherStaff {
  readonly staffNumber: string;
  readonly section: string;
}

/** A town with three levels of departments, four-digit numbers with a letter, and nobody of the demo. */
export const OTHER_STAFF: readonly OtherStaff[] = Object.entries(PER_SECTION).flatMap(([section, people]) =>
  Array.from({ length: people }, (_, at) => ({ staffNumber: `${section}${String(at + 1).padStart(2, '0')}`, section })),
);

export const OTHER_ROSTER = [
  '職員番号,氏名,所属コード,所属名,職位,職種,任用形態,年齢,所属長',
  ...OTHER_STAFF.map(({ staffNumber, section }, at) =>
    [
      staffNumber,
      `"O'Hara, ${at}"`,
      section,
      PATHS[section],
      at % 7 === 0 ? '課長級' : '主事級',
      '事務職',
      '正規',
      22 + (at % 40),
      '',
    ].join(','),
  ),
].join('\r\n');

const FOUR = ['そう思わない', 'あまりそう思わない', 'ややそう思う', 'そう思う'];

/** Four points instead of five, other items, a choice of each kind and a text. */
export const OTHER_QUESTIONNAIRE: Questionnaire = {
  key: 'work-style',
  title: '{organisation} 働き方調査',
  sections: [
    {
      key: 'work',
      title: '働き方',
      questions: [
        ...['休暇を取りやすい', '残業は少ない', '相談できる人がいる'].map((text, at) => ({
          code: `w${at + 1}`,
          text: `{organisation}では${text}`,
          type: 'scale' as const,
          scale: { min: 1, max: 4, labels: FOUR },
        })),
        {
          code: 'place',
          text: '主な勤務場所',
          type: 'single-choice',
          options: [
            { key: 'office', text: '庁舎' },
            { key: 'home', text: '在宅' },
          ],
        },
        {
          code: 'wish',
          text: '望むもの',
          type: 'multiple-choice',
          options: [
            { key: 'time', text: '時間' },
            { key: 'tools', text: '道具' },
            { key: 'room', text: '場所' },
          ],
        },
        { code: 'free', text: 'ご意見', type: 'free-text', maxLength: 300 },
      ],
    },
  ],
  scoring: {
    items: ['w1', 'w2', 'w3'],
    categories: [
      { key: 'time', name: '時間', items: ['w1', 'w2'] },
      { key: 'people', name: '人', items: ['w3'] },
    ],
    bands: { high: 3.2, norm: 2.8, low: 2.4 },
  },
};

/** By plain arithmetic, so that a test can count on its own. */
export function otherAnswers(at: number): Record<string, number | string | string[]> {
  return {
    w1: 1 + (at % 4),
    w2: 1 + ((at * 3) % 4),
    w3: 4 - (at % 3),
    place: at % 4 === 0 ? 'home' : 'office',
    wish: at % 2 === 0 ? ['time'] : ['tools', 'room'],
    free: `意見 ${at}`,
  };
}
