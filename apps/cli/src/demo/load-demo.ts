import { DomainError } from '#survey-model';
import type { Platform } from '../start/platform.js';
import { markAsDemo, renewSetupToken } from '../start/setup-link.js';
import { bureauMoods, demoRespondents, inventedMeans, laterMoods, publishedMeans } from './demo-answers.js';
import { demoCity, DEMO_ORGANISATION, type DemoCity } from './demo-city.js';
import { completionsCsv, rosterCsv, successionsCsv } from './demo-files.js';
import { DEMO_PASSWORD, HR_LOGIN } from './demo-sign-ins.js';
import { demoTraining } from './demo-training.js';
import { holdDemoSessions, planDemoSessions } from './hold-demo-training.js';
import { DemoKeys, demoQuestionnaire, holdSurvey } from './hold-demo-survey.js';
import { HttpSession } from './http-session.js';
import { importDemoFile } from './import-demo-file.js';
import { reorganisedCity, type ReorganisedCity } from './reorganised-city.js';

export interface DemoLoad {
  readonly platform: Platform;
  /** Of the gateway. */
  readonly baseUrl: string;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

/** The clocks under which the demo's past is lived: the second day of each survey, and between them the week after the reorganisation. */
const FIRST_SURVEY_CLOCK = '2024-05-25T09:00:00+09:00';
const REORGANISATION_CLOCK = '2026-04-06T09:00:00+09:00';
const SECOND_SURVEY_CLOCK = '2026-05-26T09:00:00+09:00';

/**
 * Builds the demo through the product's own doors: set-up link, roster files, successions, access codes, tickets, ballots, close and
 * tally, completions file. Nothing is written into a table but the mark that this is a demo. The services run four times: at the first
 * survey, after the reorganisation, at the second survey, then today.
 */
export async function loadDemo(load: DemoLoad): Promise<void> {
  const { platform, say, signal } = load;
  const city = demoCity();
  const later = reorganisedCity(city);
  const keys = new DemoKeys();
  say(`デモを読み込みます: ${DEMO_ORGANISATION}(職員 ${city.staff.length} 人、2回の調査)。3分ほどかかります。`);
  await platform.startServices(FIRST_SURVEY_CLOCK);
  await holdFirstSurvey(load, await createHr(load), keys, city);
  await restart(platform, signal, REORGANISATION_CLOCK);
  const training = demoTraining(city, later);
  const office = await signIn(load);
  await reorganise(office, city, later, say);
  const sessions = await planDemoSessions(office, training.sessions);
  await restart(platform, signal, SECOND_SURVEY_CLOCK);
  await holdSecondSurvey(load, await signIn(load), keys, { city, later });
  await restart(platform, signal);
  const hr = await signIn(load);
  const csv = completionsCsv(training.completions);
  await importDemoFile(hr, { kind: 'completions', name: 'dx-completions.csv', csv }, say);
  await holdDemoSessions(hr, new HttpSession(load.baseUrl), sessions, training);
  // What was settled last has written a job: without one, the plan is up to date.
  await hr.until<{ jobId: string | null }>('/api/training/plan', ({ jobId }) => jobId === null);
}

async function restart(platform: Platform, signal: AbortSignal, clock?: string): Promise<void> {
  await platform.stopServices();
  signal.throwIfAborted();
  await platform.startServices(clock);
}

async function signIn({ baseUrl }: DemoLoad): Promise<HttpSession> {
  const hr = new HttpSession(baseUrl);
  await hr.post('/api/session', { login: HR_LOGIN, password: DEMO_PASSWORD });
  return hr;
}

async function createHr({ platform, baseUrl, signal }: DemoLoad): Promise<HttpSession> {
  const token = await renewSetupToken(platform.stores.mainOwnerUrl);
  if (!token)
    throw new DomainError(
      'conflict',
      'not-empty',
      'すでに人事アカウントがあります。',
      'There is an HR account already.',
    );
  const hr = new HttpSession(baseUrl);
  await hr.post('/api/setup', {
    token,
    organisation: DEMO_ORGANISATION,
    login: HR_LOGIN,
    displayName: '人事課 担当',
    password: DEMO_PASSWORD,
  });
  await markAsDemo(platform.stores.mainOwnerUrl);
  signal.throwIfAborted();
  return hr;
}

async function holdFirstSurvey(load: DemoLoad, hr: HttpSession, keys: DemoKeys, city: DemoCity): Promise<void> {
  await importDemoFile(hr, { kind: 'roster', name: 'nozomi-roster-2024.csv', csv: rosterCsv(city) }, load.say);
  await holdSurvey(load, hr, keys, {
    title: '令和6年度 人材育成に関する職員アンケート',
    fiscalYear: 2024,
    opensOn: '2024-05-24',
    closesOn: '2024-06-28',
    respondents: demoRespondents(city, publishedMeans(), demoQuestionnaire(), bureauMoods(city)),
  });
}

async function reorganise(
  hr: HttpSession,
  city: DemoCity,
  later: ReorganisedCity,
  say: (line: string) => void,
): Promise<void> {
  await importDemoFile(hr, { kind: 'roster', name: 'nozomi-roster-2026.csv', csv: rosterCsv(later) }, say);
  const csv = successionsCsv(city, later);
  await importDemoFile(hr, { kind: 'successions', name: 'nozomi-successions-2026.csv', csv }, say);
}

async function holdSecondSurvey(
  load: DemoLoad,
  hr: HttpSession,
  keys: DemoKeys,
  { city, later }: { readonly city: DemoCity; readonly later: ReorganisedCity },
): Promise<void> {
  const moods = laterMoods(later, bureauMoods(city));
  await holdSurvey(load, hr, keys, {
    title: '令和8年度 人材育成に関する職員アンケート',
    fiscalYear: 2026,
    opensOn: '2026-05-25',
    closesOn: '2026-06-26',
    respondents: demoRespondents(later, inventedMeans(), demoQuestionnaire(), moods),
  });
}
