import { createReadStream } from 'node:fs';

const CHUNK = 65_536;

/** The bytes of a file or a buffer in pieces, so that neither is held in memory twice. */
export async function* byteChunks(source: string | Buffer): AsyncGenerator<Buffer> {
  if (typeof source === 'string') {
    for await (const chunk of createReadStream(source, { highWaterMark: CHUNK })) yield chunk as Buffer;
    return;
  }
  for (let at = 0; at < source.length; at += CHUNK) yield source.subarray(at, at + CHUNK);
}
