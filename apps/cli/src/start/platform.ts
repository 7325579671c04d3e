import { isLoopback, type LauncherConfig } from '#config';
import { freePort } from '#embedded';
import { DomainError } from '#survey-model';
import { webRoot } from '../installation.js';
import type { DataDir } from './data-dir.js';
import { openStores, type Stores } from './databases.js';
import { startGateway, type Gateway } from './gateway.js';
import { ServiceProcess, type ServiceName, type ServiceSpec } from './service-process.js';
import { findOrganisation } from './setup-link.js';

type Ports = Readonly<Record<ServiceName, number>>;

/** The whole product on one machine: stores, four services, one address. Starts in that order and stops in the reverse. */
export class Platform {
  private services: ServiceProcess[] = [];

  private constructor(
    private readonly config: LauncherConfig,
    private readonly dataDir: DataDir,
    private readonly ports: Ports,
    private readonly gateway: Gateway,
    readonly stores: Stores,
    private readonly say: (line: string) => void,
  ) {}

  static async open(config: LauncherConfig, dataDir: DataDir, say: (line: string) => void): Promise<Platform> {
    const ports = {
      api: await freePort(),
      collector: await freePort(),
      tally: await freePort(),
      office: await freePort(),
    };
    // The address first: a taken port is found before anything else is started.
    const gateway = await startGateway({
      host: config.host,
      port: config.port,
      tls: config.tls,
      webRoot: webRoot(),
      apiPort: ports.api,
      collectorPort: ports.collector,
    });
    try {
      const stores = await openStores(config, dataDir);
      const platform = new Platform(config, dataDir, ports, gateway, stores, say);
      await platform.refuseDemoBeyondLocalhost();
      await dataDir.saveRunning({
        pid: process.pid,
        publicUrl: config.publicUrl,
        mainOwnerUrl: stores.mainOwnerUrl,
        ballotOwnerUrl: stores.ballotOwnerUrl,
        redisUrl: stores.redisUrl,
      });
      return platform;
    } catch (error) {
      await gateway.close();
      throw error;
    }
  }

  /** @param clock instant at which the services' clock starts; the system clock when left out */
  async startServices(clock?: string): Promise<void> {
    this.services = (await this.specs(clock)).map((spec) => new ServiceProcess(spec, this.say));
    await Promise.all(this.services.map((service) => service.start()));
  }

  async stopServices(): Promise<void> {
    await Promise.all(this.services.map((service) => service.stop()));
    this.services = [];
  }

  async stop(): Promise<void> {
    await this.gateway.close();
    await this.stopServices();
    await this.stores.stop();
    await this.dataDir.forgetRunning();
  }

  private async specs(clock: string | undefined): Promise<ServiceSpec[]> {
    const { stores, ports } = this;
    const [apiLog, tallyLog, officeLog] = await Promise.all(
      ['api', 'tally', 'office'].map((name) => this.dataDir.logFile(name)),
    );
    const base = { NOBINOBI_HOST: '127.0.0.1', ...(clock ? { NOBINOBI_CLOCK: clock } : {}) };
    return [
      {
        name: 'api',
        port: ports.api,
        logFile: apiLog ?? null,
        environment: {
          ...base,
          DATABASE_URL: stores.apiUrl,
          REDIS_URL: stores.redisUrl,
          NOBINOBI_KEY_FILE: this.dataDir.keyFile,
          NOBINOBI_PUBLIC_URL: this.config.publicUrl,
        },
      },
      {
        name: 'collector',
        port: ports.collector,
        logFile: null,
        environment: { ...base, COLLECTOR_DATABASE_URL: stores.collectorUrl },
      },
      {
        name: 'tally',
        port: ports.tally,
        logFile: tallyLog ?? null,
        environment: {
          ...base,
          DATABASE_URL: stores.tallyUrl,
          COLLECTOR_DATABASE_URL: stores.tallyBallotUrl,
          REDIS_URL: stores.redisUrl,
          NOBINOBI_TALLY_KEY_FILE: this.dataDir.tallyKeyFile,
        },
      },
      {
        name: 'office',
        port: ports.office,
        logFile: officeLog ?? null,
        environment: {
          ...base,
          DATABASE_URL: stores.officeUrl,
          REDIS_URL: stores.redisUrl,
          NOBINOBI_PUBLIC_URL: this.config.publicUrl,
          ...this.config.mailEnvironment,
        },
      },
    ];
  }

  private async refuseDemoBeyondLocalhost(): Promise<void> {
    if (isLoopback(this.config.host)) return;
    const organisation = await findOrganisation(this.stores.mainOwnerUrl);
    if (!organisation?.demo) return;
    await this.stores.stop();
    throw new DomainError(
      'forbidden',
      'demo-beyond-localhost',
      'デモのデータは公開されたパスワードを使うため、この機械の外には出せません。NOBINOBI_HOST を外すか、npm start -- --delete-demo で消してください。',
      'Demo data has published passwords and is not served beyond this machine. Unset NOBINOBI_HOST, or delete it with npm start -- --delete-demo.',
    );
  }
}
