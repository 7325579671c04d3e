import type { Dump } from '../attack/dump.js';

/**
 * Where a secret can be read in everything that is stored: as bytes, and as the texts that such bytes are usually written as. A text is
 * also looked for without its hyphens and spaces.
 * @returns the places, for a failing test to name
 */
export function occurrences(dump: Dump, secret: Uint8Array | string): string[] {
  const writings = typeof secret === 'string' ? textsOf(secret) : bytesOf(Buffer.from(secret));
  const places: string[] = [];
  const look = (where: string, content: Buffer): void => {
    if (writings.some((writing) => content.includes(writing))) places.push(where);
  };
  for (const [table, rows] of dump.tables) {
    for (const { columns } of rows)
      for (const [column, value] of Object.entries(columns)) look(`${table}.${column}`, asBytes(value));
  }
  for (const [file, content] of dump.files) look(`file ${file}`, content);
  for (const { key, value } of dump.valkey) look(`valkey ${key}`, Buffer.from(value));
  look('logs', Buffer.from(dump.logs));
  return [...new Set(places)];
}

function bytesOf(bytes: Buffer): Buffer[] {
  const texts = [bytes.toString('base64').replace(/=+$/, ''), bytes.toString('base64url'), bytes.toString('hex')];
  return [bytes, ...texts.map((text) => Buffer.from(text)), Buffer.from(bytes.toString('hex').toUpperCase())];
}

function textsOf(text: string): Buffer[] {
  const bare = text.replace(/[-\s]/g, '');
  return [text, bare, text.toLowerCase(), bare.toLowerCase()].map((each) => Buffer.from(each));
}

function asBytes(value: unknown): Buffer {
  if (Buffer.isBuffer(value)) return value;
  return Buffer.from(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
}
