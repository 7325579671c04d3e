import { describe, expect, it } from '@jest/globals';
import type { Programme } from '#survey-model';
import { planChanges } from './plan-changes.js';

const NAMES = {
  positions: new Map([
    ['manager', '課長級'],
    ['director', '部長級'],
  ]),
  courses: new Map([['basic', 'DX基礎']]),
};

const promoters: Programme = {
  key: 'dx-promoter',
  name: 'DX推進員',
  counting: 'once-in-plan',
  years: [
    { fiscalYear: 2025, target: 100 },
    { fiscalYear: 2026, target: 100 },
  ],
  methods: [{ method: 'eラーニング' }, { method: '集合研修', audience: ['管理職'] }],
  audiences: [{ name: '管理職', rule: { positions: ['manager', 'director'] } }],
  completion: { kind: 'any-course' },
};
const everybody: Programme = {
  ...promoters,
  key: 'all-staff',
  name: '全職員',
  years: [{ fiscalYear: 2026, target: 500 }],
};

const changed = (fields: Partial<Programme>) => planChanges([promoters], [{ ...promoters, ...fields }], NAMES);
const change = (field: string, before: string, after: string) => ({ programme: 'DX推進員', field, before, after });

describe('planChanges', () => {
  it('finds nothing where nothing changed, whatever the order of keys and years', () => {
    expect(changed({})).toEqual([]);
    const years = [...promoters.years].reverse().map(({ fiscalYear, target }) => ({ target, fiscalYear }));
    expect(changed({ years })).toEqual([]);
  });

  it('names the fiscal year whose target changed, and years that come and go', () => {
    const years = [
      { fiscalYear: 2026, target: 120 },
      { fiscalYear: 2027, target: 80 },
    ];
    expect(changed({ years })).toEqual([
      change('令和8年度の目標', '100', '120'),
      change('令和9年度の目標', '', '80'),
      change('令和7年度の目標', '100', ''),
    ]);
  });

  it('reads out name, counting rule and methods', () => {
    expect(
      planChanges(
        [promoters],
        [{ ...promoters, name: 'DX推進リーダー', counting: 'once-a-fiscal-year', methods: [{ method: '集合研修' }] }],
        NAMES,
      ),
    ).toEqual(
      [
        change('名称', 'DX推進員', 'DX推進リーダー'),
        change('数え方', '計画全体で1人1回', '年度ごとに1人1回'),
        change('育成方法', 'eラーニング、集合研修(管理職)', '集合研修'),
      ].map((each) => ({ ...each, programme: 'DX推進リーダー' })),
    );
  });

  it('reads out audiences by the names of positions', () => {
    const rule = { grades: { from: 1, to: 2 }, hiredWithinYears: 1 } as const;
    expect(
      changed({
        audiences: [
          { name: '管理職', rule: { positions: ['director'], heads: true } },
          { name: '新採用', rule },
          { name: '希望者', rule: { volunteers: true } },
          { name: '全員', rule: {} },
          { name: '若手', rule: { hiredWithinYears: 3 } },
        ],
      }),
    ).toEqual([
      change('対象者「管理職」', '職位: 課長級・部長級', '職位: 部長級 かつ 所属長'),
      change('対象者「新採用」', '', '1級から2級まで かつ 今年度の採用'),
      change('対象者「希望者」', '', '希望者'),
      change('対象者「全員」', '', '全員'),
      change('対象者「若手」', '', '採用から3年度以内'),
    ]);
  });

  it.each([
    [{ kind: 'points', points: 3 }, '修了した講座の合計 3 ポイント'],
    [{ kind: 'required-courses', courses: ['basic', 'unknown'] }, '必修講座すべての修了: DX基礎、unknown'],
  ] as const)('reads out the completion rule %j', (completion, text) => {
    expect(changed({ completion })).toEqual([change('修了の条件', 'いずれか1講座の修了', text)]);
  });

  it('says which programmes came, went and changed places', () => {
    expect(planChanges([promoters], [promoters, everybody], NAMES)).toEqual([
      { programme: '全職員', field: '研修体系の追加', before: '', after: '令和8年度 計500' },
    ]);
    expect(planChanges([promoters, everybody], [everybody], NAMES)).toEqual([
      { programme: 'DX推進員', field: '研修体系の削除', before: '令和7年度、令和8年度 計200', after: '' },
    ]);
    expect(planChanges([promoters, everybody], [everybody, promoters], NAMES)).toEqual([
      { programme: '', field: '並び順', before: 'DX推進員、全職員', after: '全職員、DX推進員' },
    ]);
  });
});
