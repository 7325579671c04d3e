import type { Problem } from '#contract';
import { PASSWORD } from './api.factory.js';

/** A browser's worth of HTTP: keeps the session cookie and sends the header that the pages send. */
export class ApiVisitor {
  cookie = '';

  /** @param scheme what the front says the browser used */
  constructor(
    private readonly url: string,
    private readonly scheme: 'http' | 'https' = 'http',
  ) {}

  /** Somebody else, at the same address. */
  another(): ApiVisitor {
    return new ApiVisitor(this.url, this.scheme);
  }

  get(path: string): Promise<Response> {
    return this.send('GET', path);
  }

  post(path: string, body: unknown = {}): Promise<Response> {
    return this.send('POST', path, body);
  }

  put(path: string, body: unknown): Promise<Response> {
    return this.send('PUT', path, body);
  }

  delete(path: string): Promise<Response> {
    return this.send('DELETE', path);
  }

  upload(path: string, fileName: string, content: string, fields: Record<string, string> = {}): Promise<Response> {
    const form = new FormData();
    form.set('file', new Blob([content]), fileName);
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return this.request(path, { method: 'POST', body: form, headers: { 'x-requested-with': 'nobinobi' } });
  }

  /** The body of a reply that must have this status. */
  async read<T>(reply: Promise<Response>, status = 200): Promise<T> {
    const response = await reply;
    const text = await response.text();
    if (response.status !== status) throw new Error(`${response.url}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  /** Status and problem of a reply that must be a refusal. */
  async refusal(
    reply: Promise<Response>,
  ): Promise<{ readonly status: number; readonly code: string; readonly problem: Problem }> {
    const response = await reply;
    if (!response.headers.get('content-type')?.startsWith('application/problem+json')) {
      throw new Error(
        `${response.url}: ${response.status} ${response.headers.get('content-type')} ${await response.text()}`,
      );
    }
    const problem = (await response.json()) as Problem;
    return { status: response.status, code: problem.code, problem };
  }

  signIn(login: string, password = PASSWORD): Promise<Response> {
    return this.post('/api/session', { login, password });
  }

  async request(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('x-forwarded-proto', this.scheme);
    if (this.cookie) headers.set('cookie', this.cookie);
    const response = await fetch(this.url + path, { ...init, headers });
    const [set] = response.headers.getSetCookie();
    if (set) this.cookie = set.split(';')[0] ?? '';
    return response;
  }

  private send(method: string, path: string, body?: unknown): Promise<Response> {
    const headers = {
      'x-requested-with': 'nobinobi',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    return this.request(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  }
}

/** Staff number -> access code, from the workbook that HR downloads. */
export async function readAccessCodes(reply: Response): Promise<Map<string, string>> {
  // Loaded here, because it takes half a second and half of the specs do without.
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  await book.xlsx.load(await reply.arrayBuffer());
  const codes = new Map<string, string>();
  book.worksheets[0]?.eachRow((row) => {
    const texts = Array.isArray(row.values) ? row.values.map((value) => String(value ?? '')) : [];
    const [staffNumber, code] = [texts[1], texts[4]];
    if (staffNumber && code && /^\d{4}$/.test(staffNumber)) codes.set(staffNumber, code);
  });
  return codes;
}

/** Gives people codes and lets each set a password. @returns them signed in, by staff number */
export async function activate(hr: ApiVisitor, staffNumbers: readonly string[]): Promise<Map<string, ApiVisitor>> {
  const codes = await readAccessCodes(await hr.post('/api/access-codes', { staffNumbers }));
  const people = new Map<string, ApiVisitor>();
  for (const staffNumber of staffNumbers) {
    const visitor = hr.another();
    const body = { login: staffNumber, accessCode: codes.get(staffNumber), newPassword: PASSWORD };
    await visitor.read(visitor.post('/api/session/first', body));
    people.set(staffNumber, visitor);
  }
  return people;
}
