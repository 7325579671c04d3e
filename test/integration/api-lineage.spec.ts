import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CreateSurveyRequest, SurveyDetailResponse } from '#contract';
import { LineageRepository, mainDataSourceOptions, RosterRepository, SuccessionRepository } from '#database';
import type { DepartmentLineage, StaffRecord } from '#survey-model';
import { DataSource } from 'typeorm';
import type { ApiVisitor } from '../factories/api-visitor.js';
import { DEPARTMENTS, loadTestRoster, setUp, startTestApi, testStaff, type TestApi } from '../factories/api.factory.js';

let api: TestApi;
let hr: ApiVisitor;
let tally: DataSource;

beforeAll(async () => {
  api = await startTestApi();
  hr = await setUp(api);
  await loadTestRoster(api);
  tally = await new DataSource(mainDataSourceOptions(api.databases.mainUrl('nobinobi_tally'))).initialize();
}, 300_000);
afterAll(async () => {
  await tally?.destroy();
  await api?.stop();
});

const DRAFT: CreateSurveyRequest = {
  title: '職員アンケート',
  fiscalYear: 2024,
  opensOn: '2026-10-01',
  closesOn: '2026-10-31',
  paperUntil: null,
  minGroup: 5,
  targetRule: { excludedJobTypes: ['教育職'], excludedStatuses: [], excludedEmploymentTypes: [] },
  custody: 'worker',
  destroyAfterDays: 30,
  questionnaire: {
    key: 'small',
    title: '調査票',
    sections: [
      {
        key: 's1',
        title: '仕事',
        questions: [{ code: 'q1', text: '働き続けたい', type: 'scale', scale: { min: 1, max: 5 } }],
      },
    ],
    scoring: { items: ['q1'], categories: [], bands: null },
  },
};

async function createSurvey(fiscalYear: number): Promise<string> {
  return (await hr.read<SurveyDetailResponse>(hr.post('/api/surveys', { ...DRAFT, fiscalYear }), 201)).id;
}

async function openSurvey(fiscalYear: number): Promise<string> {
  const id = await createSurvey(fiscalYear);
  await hr.read(hr.post(`/api/surveys/${id}/open`));
  return id;
}

/**
 * 契約課 (A2: 1008 to 1010) becomes 文書課 (A3) with a new colleague of unknown age; 市民課 (B1: 1011 to 1017) is split into B2 and B3, of
 * which 1017 goes to 人事課 (A1) and 1002 retires.
 */
async function reorganise(): Promise<void> {
  const moves: Readonly<Record<string, string>> = { A2: 'A3', B1: 'B2' };
  const own: Readonly<Record<string, string>> = { 1014: 'B3', 1015: 'B3', 1016: 'B3', 1017: 'A1' };
  const moved = testStaff()
    .filter(({ staffNumber }) => staffNumber !== '1002')
    .map((each) => ({
      ...each,
      departmentCode: own[each.staffNumber] ?? moves[each.departmentCode] ?? each.departmentCode,
    }));
  const [first] = moved;
  const hired: StaffRecord[] = first
    ? [{ ...first, staffNumber: '1099', departmentCode: 'A3', isHead: false, positionKey: 'officer', birthDate: null }]
    : [];
  const departments = [
    ...DEPARTMENTS.filter(({ code }) => !(code in moves)),
    { code: 'A3', name: '文書課', parentCode: 'A' },
    { code: 'B2', name: '市民第一課', parentCode: 'B' },
    { code: 'B3', name: '市民第二課', parentCode: 'B' },
  ];
  const changes = [
    ...[...moved, ...hired].map(({ staffNumber }) => ({ staffNumber, kind: 'changed' as const, changes: [] })),
    { staffNumber: '1002', kind: 'left' as const, changes: [] },
  ];
  const update = { departments, closedDepartments: ['A2', 'B1'], staff: [...moved, ...hired], changes };
  await api.main.transaction(async (manager) => {
    await new RosterRepository(api.main).apply(manager, update, { today: '2026-10-05', importId: null });
    await new SuccessionRepository(api.main).replace(manager, [
      { oldCode: 'A2', newCode: 'A3' },
      { oldCode: 'B1', newCode: 'B2' },
      { oldCode: 'B1', newCode: 'B3' },
    ]);
  });
}

describe('what is counted when surveys open, with a reorganisation between them', () => {
  let first = '';
  let second = '';
  beforeAll(async () => {
    await createSurvey(2023);
    first = await openSurvey(2024);
    await reorganise();
    await openSurvey(2027);
    second = await openSurvey(2026);
  }, 120_000);

  it('the population: everybody invited, by what they share, and never who', async () => {
    const population = await new LineageRepository(tally).findPopulation(first);
    const officer = { position: 'officer', ageBand: '30s', employmentType: 'regular' };
    expect(population).toEqual([
      { department: 'A', position: 'manager', ageBand: '30s', employmentType: 'regular', n: 1 },
      { department: 'A1', ...officer, n: 6 },
      { department: 'A2', ...officer, n: 3 },
      { department: 'B1', position: 'manager', ageBand: '30s', employmentType: 'regular', n: 1 },
      { department: 'B1', ...officer, n: 6 },
    ]);
    const later = await new LineageRepository(tally).findPopulation(second);
    expect(later.reduce((sum, { n }) => sum + n, 0)).toBe(17);
    expect(later).toContainEqual({
      department: 'A3',
      position: 'officer',
      ageBand: '',
      employmentType: 'regular',
      n: 1,
    });
  });

  it('the first survey has no lineage, the next one has that of earlier years that were opened', async () => {
    expect(await new LineageRepository(tally).findLineages(first)).toEqual([]);
    const lineages = await new LineageRepository(tally).findLineages(second);
    expect(lineages.map(({ previousSurveyId }) => previousSurveyId)).toEqual([first]);
  });

  it('every unit of the new tree: sources, and staff before, after and in common', async () => {
    const [lineage] = await new LineageRepository(tally).findLineages(second);
    const units: readonly DepartmentLineage[] = [
      { department: 'A', sources: ['A', 'A1', 'A2'], before: 10, after: 11, common: 9 },
      { department: 'A1', sources: ['A1'], before: 6, after: 6, common: 5 },
      { department: 'B', sources: ['B', 'B1'], before: 7, after: 6, common: 6 },
      { department: 'A3', sources: ['A2'], before: 3, after: 4, common: 3 },
      { department: 'B2', sources: [], before: 0, after: 3, common: 0 },
      { department: 'B3', sources: [], before: 0, after: 3, common: 0 },
    ];
    expect([...(lineage?.departments ?? [])].sort((a, b) => a.department.localeCompare(b.department))).toEqual(
      [...units].sort((a, b) => a.department.localeCompare(b.department)),
    );
  });

  it('is readable by the api and the office, too', async () => {
    for (const role of ['nobinobi_api', 'nobinobi_office'] as const) {
      const source = await new DataSource(mainDataSourceOptions(api.databases.mainUrl(role))).initialize();
      expect(await new LineageRepository(source).findLineages(second)).toHaveLength(1);
      expect(await new LineageRepository(source).findPopulation(second)).not.toEqual([]);
      await source.destroy();
    }
  });
});
