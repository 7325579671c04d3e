/** What the demo city offers in 令和8年度: courses and sessions as HR would enter them in April. */

export interface DemoCourse {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly programmeKey: string;
  readonly method: string;
  readonly passMark: number | null;
  readonly activityId: string | null;
}

export const DEMO_COURSES: readonly DemoCourse[] = [
  {
    key: 'dx-promoter-training',
    name: 'DX推進員養成研修',
    description: '業務の棚卸しから改善案の発表までを半日で行います。修了するとDX推進員として数えます。',
    programmeKey: 'dx-promoter',
    method: '集合研修',
    passMark: 60,
    activityId: null,
  },
  {
    key: 'dx-basics',
    name: 'DXの基礎(eラーニング)',
    description: 'デジタル技術と自治体DXの基礎を、各自の端末で学びます。所要時間は1時間です。',
    programmeKey: 'all-staff',
    method: 'eラーニング',
    passMark: null,
    activityId: 'https://learning.nozomi.example.jp/course/view.php?id=31',
  },
  {
    key: 'dx-for-managers',
    name: '管理職のためのDX研修',
    description: '組織としてDXを進めるための目標設定と支援を、事例から学びます。',
    programmeKey: 'all-staff',
    method: '集合研修',
    passMark: null,
    activityId: null,
  },
  {
    key: 'first-year-tools',
    name: '新採用職員 操作研修',
    description: '庁内システムと共同編集の操作を、端末を使って練習します。',
    programmeKey: 'all-staff',
    method: '操作研修',
    passMark: null,
    activityId: null,
  },
];

export interface DemoSessionPlan {
  readonly courseKey: string;
  /** "YYYY-MM-DD", times in Japan. */
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly room: string;
  readonly capacity: number;
  /** People nominated in April; more than the capacity wait. */
  readonly nominated: number;
}

const promoters = (date: string, nominated: number): DemoSessionPlan => ({
  courseKey: 'dx-promoter-training',
  date,
  from: '13:30',
  to: '16:30',
  room: '本庁舎4階 研修室',
  capacity: 12,
  nominated,
});

export const DEMO_SESSIONS: readonly DemoSessionPlan[] = [
  promoters('2026-06-10', 12),
  promoters('2026-07-08', 12),
  promoters('2026-08-05', 11),
  promoters('2026-09-09', 12),
  promoters('2026-10-07', 10),
  promoters('2026-11-11', 12),
  promoters('2026-12-09', 15),
  promoters('2027-01-13', 7),
  promoters('2027-02-10', 3),
  managers('2026-06-24', 38),
  managers('2026-09-16', 34),
  managers('2027-01-20', 21),
  firstYear('2026-04-15'),
  firstYear('2026-04-16'),
];

function managers(date: string, nominated: number): DemoSessionPlan {
  return {
    ...{ courseKey: 'dx-for-managers', date, from: '10:00', to: '12:00' },
    ...{ room: '本庁舎6階 大会議室', capacity: 40, nominated },
  };
}

function firstYear(date: string): DemoSessionPlan {
  return {
    ...{ courseKey: 'first-year-tools', date, from: '09:00', to: '12:00' },
    ...{ room: '情報研修センター', capacity: 30, nominated: 28 },
  };
}
