import { randomUUID } from 'node:crypto';
import { importTallyKey, makeRecoveryCode, openBallot, type CastRequest, type OwnTicket } from '#ballot';
import { makeTallyKey } from '#ballot/custody';
import { generateTicketKey, signBlinded, type TicketKeyPair } from '#ballot/server';
import { BALLOT_ROLES, ensureRoles, migrate, urlForRole, type RolePasswords } from '#database';
import { openBallotBox, type BallotBoxRepository, type PaperWindow, type SurveyAnnouncement } from '#database/ballot';
import type { Answer, BallotContent, SurveyForm } from '#survey-model';
import { createCollector, type CollectorExtras } from '../../apps/collector/src/create-collector.js';
import { BALLOT_MIGRATIONS } from '../../migrations/ballot/index.js';
import { inThread } from './ballot-threads.js';
import { startEmbeddedCluster, type ClusterRecipe, type EmbeddedClusterOptions } from './embedded-cluster.js';

const requestTicket = inThread('requestTicket');
const finalizeTicket = inThread('finalizeTicket');
const makeCast = inThread('makeCast');

const PASSWORDS: RolePasswords = {
  nobinobi_api: 'api',
  nobinobi_office: 'office',
  nobinobi_tally: 'tally',
  nobinobi_collector: 'collector',
};

const BALLOT_BOX: ClusterRecipe = {
  name: 'ballot-box',
  fill: async (cluster) => {
    const ownerUrl = await cluster.createDatabase('ballot');
    await ensureRoles(ownerUrl, BALLOT_ROLES, PASSWORDS);
    await migrate(ownerUrl, BALLOT_MIGRATIONS);
  },
};

export const CLOSES_AT = new Date('2026-06-30T15:00:00Z');
export const PAPER_CLOSES_AT = new Date('2026-07-10T15:00:00Z');
export const DESTROY_ON = '2026-07-30';
export const BEFORE_THE_CLOSE = new Date('2026-06-01T00:00:00Z');

export interface TestCollector {
  /** Base address of the collector. */
  readonly url: string;
  readonly ownerUrl: string;
  readonly collectorUrl: string;
  readonly tallyUrl: string;
  /** The box as the tally's role sees it. */
  readonly box: BallotBoxRepository;
  setClock(now: Date): void;
  serverLog(): string;
  stopDatabase(): Promise<void>;
  stop(): Promise<void>;
}

/** A collector over real HTTP on a migrated PostgreSQL server of its own, under the roles of production. */
export async function startTestCollector(
  extras: CollectorExtras = {},
  options: EmbeddedClusterOptions = {},
): Promise<TestCollector> {
  const cluster = await startEmbeddedCluster(BALLOT_BOX, options);
  const ownerUrl = cluster.urlOf('ballot');
  const collectorUrl = urlForRole(ownerUrl, 'nobinobi_collector', PASSWORDS.nobinobi_collector);
  const tallyUrl = urlForRole(ownerUrl, 'nobinobi_tally', PASSWORDS.nobinobi_tally);
  const box = await openBallotBox(tallyUrl);
  let now = BEFORE_THE_CLOSE;
  const config = { databaseUrl: collectorUrl, host: '127.0.0.1', port: 0, clock: () => now };
  const app = await createCollector(config, { logger: false, ...extras });
  await app.listen(config.port, config.host);
  return {
    url: (await app.getUrl()).replace('[::1]', '127.0.0.1'),
    ownerUrl,
    collectorUrl,
    tallyUrl,
    box,
    setClock: (instant) => void (now = instant),
    serverLog: () => cluster.serverLog(),
    stopDatabase: () => cluster.stop(),
    stop: async () => {
      await app.close();
      await box.close();
      await cluster.stop();
    },
  };
}

export interface TestSurvey {
  readonly surveyId: string;
  readonly form: SurveyForm;
  readonly key: TicketKeyPair;
  readonly paperKey: TicketKeyPair | null;
}

export interface TestSurveyOptions {
  /** With a paper window, which always has a key of its own. */
  readonly paper?: boolean;
  /** With a ticket key of its own; otherwise all surveys of a spec share one, because making keys is slow. */
  readonly ownKey?: boolean;
}

let sharedKey: Promise<TicketKeyPair> | undefined;
/** All test surveys are sealed to one key, which specs open with. */
export const TALLY_KEY = await makeTallyKey();
/** Tickets made by `castRequest`, by their prepared message, so that a spec can cast again with the same one. */
const ownTickets = new Map<string, OwnTicket>();

/** Announces a survey of one scale question and one text. */
export async function announceTestSurvey(
  box: BallotBoxRepository,
  options: TestSurveyOptions = {},
): Promise<TestSurvey> {
  const key = await (options.ownKey ? generateTicketKey() : (sharedKey ??= generateTicketKey()));
  const paperKey = options.paper ? await generateTicketKey() : null;
  const form = testForm(randomUUID());
  const paper: PaperWindow | null = paperKey && { ticketPublicKey: paperKey.publicKey, closesAt: PAPER_CLOSES_AT };
  await box.announce(announcementOf(form, key, paper));
  return { surveyId: form.surveyId, form, key, paperKey };
}

/** What the tally tells the box. */
export function announcementOf(
  form: SurveyForm,
  key: TicketKeyPair,
  paper: PaperWindow | null = null,
): SurveyAnnouncement {
  return {
    form,
    ticketPublicKey: key.publicKey,
    tallyPublicKey: TALLY_KEY.publicKey,
    custody: 'worker',
    closesAt: CLOSES_AT,
    paper,
    destroyOn: DESTROY_ON,
  };
}

/** A fresh ticket signed by `key`. */
export async function freshTicket(key: TicketKeyPair): Promise<OwnTicket> {
  const pending = await requestTicket(key.publicKey);
  const own = await finalizeTicket(key.publicKey, pending, signBlinded(key.privateKey, pending.blinded));
  ownTickets.set(own.ticket.prepared, own);
  return own;
}

/** A cast request with a fresh ticket signed by `key`. */
export async function castRequest(
  surveyId: string,
  key: TicketKeyPair,
  answers: Record<string, Answer> = { q1: 4 },
): Promise<CastRequest> {
  return castOf(await freshTicket(key), surveyId, answers, 1);
}

export function castRequests(count: number, surveyId: string, key: TicketKeyPair): Promise<CastRequest[]> {
  return Promise.all(Array.from({ length: count }, () => castRequest(surveyId, key)));
}

/** The same ticket with other answers, properly signed. */
export function withAnswers(
  request: CastRequest,
  surveyId: string,
  answers: Record<string, Answer>,
  revision = request.revision,
): Promise<CastRequest> {
  return castOf(ownTicketOf(request), surveyId, answers, revision);
}

export function ownTicketOf({ ticket }: CastRequest): OwnTicket {
  const own = ownTickets.get(ticket.prepared);
  if (!own) throw new Error('no ticket of castRequest');
  return own;
}

function castOf(
  own: OwnTicket,
  surveyId: string,
  answers: Record<string, Answer>,
  revision: number,
): Promise<CastRequest> {
  const content = { surveyId, attributes: {}, answers };
  const tallyPublicKey = TALLY_KEY.publicKey;
  return makeCast({ surveyId, own, recoveryCode: makeRecoveryCode(), tallyPublicKey, revision, content });
}

/** What a closed box holds, opened and in no order. */
export async function openBox(box: BallotBoxRepository, surveyId: string): Promise<BallotContent[]> {
  const key = await importTallyKey(TALLY_KEY.privateKey);
  const contents: BallotContent[] = [];
  for await (const batch of box.readBallots(surveyId))
    for (const { serial, sealed } of batch)
      contents.push((await openBallot(key, surveyId, serial, sealed)) as BallotContent);
  return contents;
}

export function postBallot(
  url: string,
  surveyId: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${url}/ballot/surveys/${surveyId}/ballots`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

function testForm(surveyId: string): SurveyForm {
  return {
    surveyId,
    title: '令和8年度 職員アンケート',
    organisation: 'のびのび市',
    fiscalYear: 2026,
    opensOn: '2026-06-01',
    closesOn: '2026-06-30',
    minGroup: 5,
    attributes: [],
    questionnaire: {
      key: 'small',
      title: '調査票',
      sections: [
        {
          key: 's1',
          title: '',
          questions: [
            { code: 'q1', text: '今の職場で能力を発揮できている', type: 'scale', scale: { min: 1, max: 5 } },
            { code: 'free', text: 'ご意見', type: 'free-text', maxLength: 1000 },
          ],
        },
      ],
      scoring: { items: ['q1'], categories: [], bands: null },
    },
  };
}
