import { randomBytes, randomUUID } from 'node:crypto';
import { ballotSerial, sealBallot, toBase64Url } from '#ballot';
import type { BallotBoxRepository } from '#database/ballot';
import type { AttributeDefinition, BallotContent, Questionnaire } from '#survey-model';
import pg from 'pg';

/** Two departments of two sections each, three positions; three scored items, one choice, one text. */
export const TALLY_QUESTIONNAIRE: Questionnaire = {
  key: 'tally-test',
  title: '調査票',
  sections: [
    {
      key: 'main',
      title: 'エンゲージメント',
      questions: [
        ...['q1', 'q2', 'q3'].map((code) => ({
          code,
          text: `設問 ${code}`,
          type: 'scale' as const,
          scale: { min: 1, max: 5 },
        })),
        {
          code: 'wish',
          text: '望むもの',
          type: 'multiple-choice',
          options: [
            { key: 'time', text: '時間' },
            { key: 'tools', text: '道具' },
          ],
        },
        { code: 'free', text: 'ご意見', type: 'free-text', maxLength: 500 },
      ],
    },
  ],
  scoring: {
    items: ['q1', 'q2', 'q3'],
    categories: [
      { key: 'a', name: '区分A', items: ['q1', 'q2'] },
      { key: 'b', name: '区分B', items: ['q3'] },
    ],
    bands: { high: 3.8, norm: 3.6, low: 3.2 },
  },
};

export const TALLY_ATTRIBUTES: AttributeDefinition[] = [
  {
    key: 'department',
    label: '所属',
    values: [
      { key: 'D1', label: '総務部' },
      { key: 'D1-1', label: '人事課', parent: 'D1' },
      { key: 'D1-2', label: '契約課', parent: 'D1' },
      { key: 'D2', label: '市民部' },
      { key: 'D2-1', label: '市民課', parent: 'D2' },
      { key: 'D2-2', label: '国保課', parent: 'D2' },
    ],
  },
  {
    key: 'position',
    label: '職位',
    values: [
      { key: 'manager', label: '課長級' },
      { key: 'officer', label: '主事級' },
    ],
  },
  { key: 'ageBand', label: '年齢層', values: [{ key: '30s', label: '30歳代' }] },
  { key: 'employmentType', label: '任用形態', values: [{ key: 'regular', label: '正規' }] },
];

/** The tally does not look at own copies. */
const NO_COPY = new Uint8Array(16_384);

export interface ClosedSurvey {
  readonly surveyId: string;
  readonly tickets: number;
}

/** Writes what the api writes at opening and at the close, as the owner: the survey, its frame, and how many tickets were issued. */
export async function closeSurveyAsApi(
  ownerUrl: string,
  tickets: number,
  surveyId: string = randomUUID(),
  closesAt = '2100-01-01T00:00:00Z',
): Promise<ClosedSurvey> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const questionnaire = JSON.stringify(TALLY_QUESTIONNAIRE);
  await client.query(
    `INSERT INTO identity.survey (id, title, fiscal_year, questionnaire, opens_on, closes_on, target_rule, min_group, state, custody,
       destroy_after_days, created_at)
     VALUES ($1, '調査', 2026, $2, '2026-10-01', '2026-10-31', '{}', 5, 'closed', 'worker', 30, now())`,
    [surveyId, questionnaire],
  );
  await client.query(
    `INSERT INTO results.survey (survey_id, title, organisation, fiscal_year, opens_on, closes_on, closes_at, paper_closes_at, invited,
       min_group, detail_min_group, questionnaire, attributes, ticket_public_key, custody, destroy_on)
     VALUES ($1, '調査', 'のびのび市', 2026, '2026-10-01', '2026-10-31', $4, NULL, 100, 5, 10, $2, $3, 'a2V5', 'worker',
       '2026-12-01')`,
    [surveyId, questionnaire, JSON.stringify(TALLY_ATTRIBUTES), closesAt],
  );
  await client.query('INSERT INTO results.issued (survey_id, tickets, exceptions, papers) VALUES ($1, $2, 0, 0)', [
    surveyId,
    tickets,
  ]);
  await client.end();
  return { surveyId, tickets };
}

/**
 * Puts ballots into the announced box under random serials, several at a time: contents are sealed to the survey's own key, bytes are cast
 * as they are.
 */
export async function castAll(
  box: BallotBoxRepository,
  surveyId: string,
  ballots: readonly (BallotContent | Uint8Array)[],
): Promise<void> {
  const { tallyPublicKey } = await box.getSurvey(surveyId);
  const left = [...ballots];
  const now = new Date('2026-10-15T00:00:00Z');
  const caster = async (): Promise<void> => {
    for (let ballot = left.pop(); ballot; ballot = left.pop()) {
      const serial = await ballotSerial(toBase64Url(randomBytes(64)));
      const sealed = ballot instanceof Uint8Array ? ballot : await sealBallot(tallyPublicKey, surveyId, serial, ballot);
      const outcome = await box.cast({ surveyId, serial, revision: 1, sealed, copy: NO_COPY, paper: false }, now);
      if (outcome !== 'stored') throw new Error(`ballot was not taken: ${outcome}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, caster));
}

/**
 * n people, dealt by plain arithmetic so that a test can count on its own: most in D1-1, three in D2-2, every seventh leaves q2 blank,
 * every eleventh says 答えない to q3, every thirteenth withholds the department.
 */
export function handMadeContents(surveyId: string, n: number): BallotContent[] {
  return Array.from({ length: n }, (_, index): BallotContent => {
    const department = index < 3 ? 'D2-2' : (['D1-1', 'D1-1', 'D1-2', 'D2-1'] as const)[index % 4];
    return {
      surveyId,
      attributes: {
        ...(index % 13 === 12 || !department ? {} : { department }),
        position: index % 5 === 0 ? 'manager' : 'officer',
        ageBand: '30s',
        employmentType: 'regular',
      },
      answers: {
        // Not the same for all managers: a unanimous group gives every part of it away, and is hidden.
        q1: 1 + ((index * 7 + Math.trunc(index / 5)) % 5),
        ...(index % 7 === 6 ? {} : { q2: 1 + ((index * index + Math.trunc(index / 5)) % 5) }),
        q3: index % 11 === 10 ? null : 5 - (index % 3),
        wish: index % 2 === 0 ? ['time'] : ['time', 'tools'],
        free: `意見 ${index}`,
      },
    };
  });
}
