import { setTimeout as wait } from 'node:timers/promises';

/** A signed-in visitor of the product's own HTTP doors: what a browser would send, nothing more. */
export class HttpSession {
  private cookie = '';

  private readonly baseUrl: () => string;

  /** @param baseUrl a function where the address can change */
  constructor(baseUrl: string | (() => string)) {
    this.baseUrl = typeof baseUrl === 'string' ? () => baseUrl : baseUrl;
  }

  get<T>(path: string): Promise<T> {
    return this.send<T>('GET', path);
  }

  post<T>(path: string, body: unknown = {}): Promise<T> {
    return this.send<T>('POST', path, JSON.stringify(body), { 'content-type': 'application/json' });
  }

  put<T>(path: string, body: unknown): Promise<T> {
    return this.send<T>('PUT', path, JSON.stringify(body), { 'content-type': 'application/json' });
  }

  /** What a learning system does: no cookie, but a name and a secret of its own. */
  async postStatements(key: string, secret: string, statements: readonly object[]): Promise<void> {
    const reply = await fetch(`${this.baseUrl()}/api/xapi/statements`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-experience-api-version': '1.0.3',
        authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`,
      },
      body: JSON.stringify(statements),
    });
    if (!reply.ok) throw new Error(`statements: ${reply.status} ${(await reply.text()).slice(0, 500)}`);
  }

  upload<T>(path: string, fileName: string, content: Uint8Array<ArrayBuffer>): Promise<T> {
    const form = new FormData();
    form.set('file', new Blob([content]), fileName);
    return this.send<T>('POST', path, form);
  }

  async download(path: string, body: unknown): Promise<Buffer> {
    const reply = await this.request('POST', path, JSON.stringify(body), { 'content-type': 'application/json' });
    return Buffer.from(await reply.arrayBuffer());
  }

  async file(path: string): Promise<Buffer> {
    return Buffer.from(await (await this.request('GET', path)).arrayBuffer());
  }

  /** Asks again until there is something and `done` says so. @throws Error after five minutes */
  async until<T>(path: string, done: (value: T) => boolean = () => true): Promise<T> {
    for (const deadline = Date.now() + 300_000; Date.now() < deadline; await wait(300)) {
      const reply = await fetch(this.baseUrl() + path, { headers: this.cookie ? { cookie: this.cookie } : {} });
      if (reply.status === 404) continue;
      if (!reply.ok) throw new Error(`GET ${path}: ${reply.status} ${(await reply.text()).slice(0, 500)}`);
      const value = (await reply.json()) as T;
      if (done(value)) return value;
    }
    throw new Error(`${path} did not come to its end within five minutes`);
  }

  private async send<T>(
    method: string,
    path: string,
    body?: string | FormData,
    headers: Record<string, string> = {},
  ): Promise<T> {
    const reply = await this.request(method, path, body, headers);
    const text = await reply.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  private async request(
    method: string,
    path: string,
    body?: string | FormData,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const reply = await fetch(this.baseUrl() + path, {
      method,
      headers: { ...headers, 'x-requested-with': 'nobinobi', ...(this.cookie ? { cookie: this.cookie } : {}) },
      ...(body === undefined ? {} : { body }),
    });
    const set = reply.headers.getSetCookie()[0];
    if (set) this.cookie = set.split(';')[0] ?? '';
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${(await reply.text()).slice(0, 500)}`);
    return reply;
  }
}
