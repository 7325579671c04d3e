import { rm } from 'node:fs/promises';
import { isLoopback, readLauncherConfig, type LauncherConfig } from '#config';
import { DomainError } from '#survey-model';
import { Command } from 'commander';
import { DEMO_SIGN_INS } from '../demo/demo-sign-ins.js';
import { DataDir } from './data-dir.js';
import { Platform } from './platform.js';
import { findOrganisation, renewSetupToken } from './setup-link.js';

interface StartOptions {
  readonly demo?: boolean;
  readonly deleteDemo?: boolean;
}

export function startCommand(): Command {
  return new Command('start')
    .description('データベース、各サービス、画面をまとめて起動します(Ctrl-C で停止)')
    .option('--demo', 'デモ用の市(調査の対象2,041人、令和6年度と令和8年度の調査)を読み込みます')
    .option('--delete-demo', 'デモのデータを消してから起動します')
    .action(async (options: StartOptions) => start(readLauncherConfig(), options));
}

async function start(config: LauncherConfig, options: StartOptions): Promise<void> {
  const began = Date.now();
  const say = (line: string): void => console.log(line);
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interrupted.abort());
  // scripts/start.mjs died without a word: nobody is left to be served.
  process.on('disconnect', () => interrupted.abort());
  // Listening to the channel would otherwise keep this process alive after everything has stopped.
  process.channel?.unref();
  if (options.deleteDemo) await deleteDemo(config, say);
  const dataDir = await DataDir.open(config.dataDir);
  say(`のびのびを起動しています(データ: ${config.dataDir})…`);
  const platform = await Platform.open(config, dataDir, say);
  const stopped = stopOn(interrupted.signal, platform, say);
  try {
    if (options.demo) await prepareDemo(platform, dataDir, config, say, interrupted.signal);
    else await platform.startServices();
    if (!interrupted.signal.aborted) await announce(platform, config, dataDir, say, began);
  } catch (error) {
    if (!interrupted.signal.aborted) {
      await platform.stop();
      throw error;
    }
  }
  await stopped;
}

async function stopOn(signal: AbortSignal, platform: Platform, say: (line: string) => void): Promise<void> {
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  say('停止しています…');
  await platform.stop();
  say('停止しました。');
}

async function prepareDemo(
  platform: Platform,
  dataDir: DataDir,
  config: LauncherConfig,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const state = await dataDir.demoState();
  const organisation = await findOrganisation(platform.stores.mainOwnerUrl);
  if (state?.loaded) return platform.startServices();
  if (organisation) {
    throw new DomainError(
      'conflict',
      organisation.demo ? 'demo-half-loaded' : 'not-empty',
      organisation.demo
        ? 'デモの読み込みが途中で終わっています。npm start -- --delete-demo --demo でやり直してください。'
        : `すでに「${organisation.name}」のデータがあります。デモは空のデータにだけ読み込めます(例: NOBINOBI_DATA_DIR=.demo npm start -- --demo)。`,
      organisation.demo
        ? 'An earlier demo load was cut short. Run npm start -- --delete-demo --demo.'
        : 'There is data already. The demo is loaded into empty data only, for example NOBINOBI_DATA_DIR=.demo npm start -- --demo.',
    );
  }
  if (!isLoopback(config.host)) {
    throw new DomainError(
      'forbidden',
      'demo-beyond-localhost',
      'デモは 127.0.0.1 でだけ動きます。',
      'The demo runs on the loopback address only.',
    );
  }
  await dataDir.saveDemoState(false);
  const { loadDemo } = await import('../demo/load-demo.js');
  await loadDemo({
    platform,
    baseUrl: `${config.tls ? 'https' : 'http'}://${config.host}:${config.port}`,
    say,
    signal,
  });
  await dataDir.saveDemoState(true);
}

async function deleteDemo(config: LauncherConfig, say: (line: string) => void): Promise<void> {
  const dataDir = await DataDir.open(config.dataDir);
  if (!(await dataDir.demoState())) {
    throw new DomainError(
      'conflict',
      'no-demo',
      `${config.dataDir} はデモのデータではないので、消しません。`,
      `${config.dataDir} holds no demo data; nothing was deleted.`,
    );
  }
  if (config.databaseUrl) {
    throw new DomainError(
      'conflict',
      'demo-elsewhere',
      'DATABASE_URL のデータベースは消しません。データベースを作り直してください。',
      'The database of DATABASE_URL is not deleted here; create a new one.',
    );
  }
  await rm(config.dataDir, { recursive: true, force: true });
  say('デモのデータを消しました。');
}

async function announce(
  platform: Platform,
  config: LauncherConfig,
  dataDir: DataDir,
  say: (line: string) => void,
  began: number,
): Promise<void> {
  const token = await renewSetupToken(platform.stores.mainOwnerUrl);
  say('');
  say(`準備ができました(${((Date.now() - began) / 1000).toFixed(1)} 秒)。`);
  say(`  画面   ${config.publicUrl}/`);
  say(`  API    ${config.publicUrl}/api/docs`);
  if (token)
    say(`  最初の人事アカウントを作るリンク(1回だけ使えます)\n         ${config.publicUrl}/setup?token=${token}`);
  if ((await dataDir.demoState())?.loaded) {
    say('  デモのサインイン(公開されたパスワードです。この機械の中だけで使えます)');
    for (const { who, login, password } of DEMO_SIGN_INS) say(`    ${who}  ${login} / ${password}`);
  }
  if (!isLoopback(config.host) && !config.publicUrl.startsWith('https:')) {
    say(
      '  注意: 回答画面の暗号(WebCrypto)は https でだけ動きます。NOBINOBI_TLS_CERT と NOBINOBI_TLS_KEY を指定してください。',
    );
  }
  say('  止めるには Ctrl-C');
}
