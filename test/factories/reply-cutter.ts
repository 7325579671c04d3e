import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReplyCutter {
  /** Where clients go. */
  readonly url: string;
  /** So many of the next requests reach the product, and their replies never come back. */
  cutNext(replies: number): void;
  /** Replies cut so far. */
  cut(): number;
  close(): Promise<void>;
}

/** A bad network before the product. @param target the product's address, which may change */
export async function startReplyCutter(target: () => string): Promise<ReplyCutter> {
  let toCut = 0;
  let cut = 0;
  const server = createServer((incoming, outgoing) => {
    forward(incoming, outgoing, target()).then(
      (send) => {
        if (toCut === 0) return send();
        toCut -= 1;
        cut += 1;
        incoming.socket.destroy();
      },
      () => incoming.socket.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    cutNext: (replies) => void (toCut = replies),
    cut: () => cut,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The product's whole reply, ready to be sent. */
function forward(incoming: IncomingMessage, outgoing: ServerResponse, target: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const { method, url, headers } = incoming;
    const asked = request(new URL(url ?? '/', target), { method, headers }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('error', reject);
      reply.on('end', () =>
        resolve(() => {
          outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
          outgoing.end(Buffer.concat(chunks));
        }),
      );
    });
    asked.on('error', reject);
    incoming.pipe(asked);
  });
}
