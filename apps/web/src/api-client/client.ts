import createClient from 'openapi-fetch';
import { ApiProblem, problemOfResponse, unreachable } from './api-problem.js';
import type { paths } from './schema.generated.js';

/** Forces a preflight from other sites, which the api never grants. */
export const CSRF_HEADERS = { 'X-Requested-With': 'nobinobi' } as const;

export const client = createClient<paths>({ credentials: 'same-origin', headers: CSRF_HEADERS });

type Listener = () => void;
const signedOutListeners = new Set<Listener>();

/** Calls the listener whenever the api answers that nobody is signed in any more. */
export function onSignedOut(listener: Listener): Listener {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

interface Answer<T> {
  readonly data?: T | undefined;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * The body of a successful answer.
 * @throws ApiProblem on every other outcome, connection failures included.
 */
export async function send<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call.catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw refusal(error, response);
  return data as T;
}

/** For bodies that OpenAPI describes poorly: files up and down. Same rules as `send`. */
export async function sendRaw(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { ...CSRF_HEADERS, ...init.headers };
  const response = await fetch(path, { ...init, credentials: 'same-origin', headers }).catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw refusal(await response.json().catch(() => null), response);
  return response;
}

function refusal(body: unknown, response: Response): ApiProblem {
  // A wrong password is 401 as well, but then nobody was signed in to begin with.
  if (response.status === 401 && !new URL(response.url).pathname.startsWith('/api/session')) {
    for (const listener of signedOutListeners) listener();
  }
  return new ApiProblem(problemOfResponse(body, response.status));
}
