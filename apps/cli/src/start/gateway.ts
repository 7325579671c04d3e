import { existsSync } from 'node:fs';
import {
  Agent,
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { join } from 'node:path';
import { DomainError } from '#survey-model';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { createProxyServer } from 'httpxy';

export interface GatewayOptions {
  readonly host: string;
  readonly port: number;
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | null;
  readonly webRoot: string;
  readonly apiPort: number;
  readonly collectorPort: number;
}

export interface Gateway {
  close(): Promise<void>;
}

/**
 * One address for pages, api and collector in the embedded mode; nginx does the same in docker/. It keeps no log, and what goes to the
 * collector carries neither cookie nor client address.
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const app = express().disable('x-powered-by').disable('etag');
  app.use(proxyRoutes(options));
  app.use(pages(options));
  const server = options.tls ? createHttpsServer(options.tls, app) : createHttpServer(app);
  await listen(server, options);
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function proxyRoutes({ apiPort, collectorPort, tls }: GatewayOptions): Express {
  const routes = express().disable('x-powered-by');
  // A kept connection may be closed by the service in the very moment in which it is used again; a request with a body is then lost.
  const proxy = createProxyServer({ agent: new Agent({ keepAlive: false }) });
  const forward = (port: number) => (request: IncomingMessage, response: ServerResponse) => {
    proxy.web(request, response, { target: `http://127.0.0.1:${port}` }).catch(() => unavailable(response));
  };
  const toApi = forward(apiPort);
  const toCollector = forward(collectorPort);
  routes.use((request, response, next) => {
    for (const name of ['x-forwarded-for', 'x-real-ip', 'forwarded']) delete request.headers[name];
    if (request.path.startsWith('/api/') || request.path === '/health/ready' || request.path === '/health/live') {
      request.headers['x-forwarded-proto'] = tls ? 'https' : 'http';
      toApi(request, response);
    } else if (request.path.startsWith('/ballot/')) {
      for (const name of ['cookie', 'authorization', 'user-agent', 'referer', 'accept-language'])
        delete request.headers[name];
      toCollector(request, response);
    } else next();
  });
  return routes;
}

function pages({ webRoot }: GatewayOptions): Express {
  const app = express().disable('x-powered-by');
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          connectSrc: ["'self'"],
          fontSrc: ["'self'"],
          manifestSrc: ["'self'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: false,
    }),
  );
  app.use('/assets', express.static(join(webRoot, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }));
  app.use(express.static(webRoot, { index: 'index.html', cacheControl: true, maxAge: 0 }));
  app.get('/{*path}', (request, response) => {
    const page = join(webRoot, 'index.html');
    if (/\.\w+$/.test(request.path) || !existsSync(page))
      response.status(404).type('text').send('404: ページがありません / not found');
    else response.sendFile(page);
  });
  return app;
}

function unavailable(response: ServerResponse): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': '2' });
  response.end(
    JSON.stringify({
      type: 'urn:nobinobi:problem:starting',
      title: '準備中です。数秒後にもう一度お試しください。',
      status: 503,
      detail: 'The service is starting. Try again in a few seconds.',
      code: 'starting',
      errors: [],
    }),
  );
}

function listen(server: Server, { host, port }: GatewayOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const place = `${host}:${port}`;
      if (error.code === 'EADDRINUSE') {
        reject(
          new DomainError(
            'conflict',
            'port-taken',
            `${place} はほかのプログラムが使っています。NOBINOBI_PORT で別の番号を指定してください(例: NOBINOBI_PORT=8081 npm start)。`,
            `${place} is in use. Choose another port, for example NOBINOBI_PORT=8081 npm start.`,
          ),
        );
      } else if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL') {
        reject(
          new DomainError(
            'invalid',
            'port-refused',
            `${place} で待ち受けられません(${error.code})。NOBINOBI_HOST と NOBINOBI_PORT を確かめてください。`,
            `Cannot listen on ${place} (${error.code}). Check NOBINOBI_HOST and NOBINOBI_PORT.`,
          ),
        );
      } else reject(error);
    });
    server.listen(port, host, () => resolve());
  });
}
