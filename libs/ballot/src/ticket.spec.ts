import { beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, generateKeyPairSync, webcrypto } from 'node:crypto';
import {
  ballotSerial,
  finalizeTicket,
  fromBase64Url,
  keyFingerprint,
  makeTicketRequest,
  toBase64Url,
  TICKET_SCHEME,
} from './index.js';
import {
  decryptPrivateKey,
  encryptPrivateKey,
  generateTicketKey,
  openTicketKey,
  signTicket,
  ticketSerial,
  verifyTicket,
  type TicketKeyPair,
} from './server.js';

let key: TicketKeyPair;
let otherKey: TicketKeyPair;
beforeAll(async () => {
  [key, otherKey] = await Promise.all([generateTicketKey(), generateTicketKey()]);
});

function spkiOf(modulusLength: number, publicExponent: number): TicketKeyPair {
  const pair = generateKeyPairSync('rsa', { modulusLength, publicExponent });
  return {
    publicKey: pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

describe('the way of a ticket', () => {
  it('is asked for, signed, checked in the browser and verified at the box', async () => {
    const request = makeTicketRequest();
    const signature = signTicket(key.privateKey, fromBase64Url(request.message));
    const ticket = await finalizeTicket(key.publicKey, request.message, signature);
    expect(ticket).toEqual({ scheme: TICKET_SCHEME, message: request.message, signature });
    expect(verifyTicket(key.publicKey, ticket)).toBe(true);
    expect(verifyTicket(openTicketKey(key.publicKey), ticket)).toBe(true);
  });

  it('makes 32 fresh random bytes each time', () => {
    const messages = Array.from({ length: 50 }, () => makeTicketRequest().message);
    expect(new Set(messages).size).toBe(50);
    expect(messages.every((message) => fromBase64Url(message).length === 32)).toBe(true);
  });

  it('is RSASSA-PSS with SHA-384 and a salt of 48 bytes, as any other implementation verifies it', async () => {
    const message = fromBase64Url(makeTicketRequest().message);
    const signature = Buffer.from(signTicket(key.privateKey, message), 'base64url');
    const spki = Buffer.from(key.publicKey, 'base64');
    const imported = await webcrypto.subtle.importKey('spki', spki, { name: 'RSA-PSS', hash: 'SHA-384' }, true, [
      'verify',
    ]);
    expect(imported.algorithm).toMatchObject({ modulusLength: 3072, publicExponent: new Uint8Array([1, 0, 1]) });
    const verified = (saltLength: number): Promise<boolean> =>
      webcrypto.subtle.verify({ name: 'RSA-PSS', saltLength }, imported, signature, message);
    expect(await verified(48)).toBe(true);
    expect(await verified(32)).toBe(false);
  });
});

describe('what is refused', () => {
  it('a signature by another survey’s key, a changed message, a changed signature, another scheme', async () => {
    const { message } = makeTicketRequest();
    const signature = signTicket(key.privateKey, fromBase64Url(message));
    const genuine = { scheme: TICKET_SCHEME, message, signature };
    const flipped = fromBase64Url(signature);
    flipped[100] = (flipped[100] ?? 0) ^ 1;
    const forgeries = [
      { ...genuine, message: makeTicketRequest().message },
      { ...genuine, signature: toBase64Url(flipped) },
      { ...genuine, signature: '' },
      { ...genuine, message: '' },
      { ...genuine, scheme: 'none' },
    ];
    for (const forgery of forgeries) expect(verifyTicket(key.publicKey, forgery)).toBe(false);
    expect(verifyTicket(otherKey.publicKey, genuine)).toBe(false);
    await expect(finalizeTicket(otherKey.publicKey, message, signature)).rejects.toMatchObject({
      code: 'ticket-signature-wrong',
    });
  });

  it('a key under 3072 bits or with another exponent, even when the signature is right', async () => {
    const { message } = makeTicketRequest();
    for (const weak of [spkiOf(2048, 65537), spkiOf(3071, 65537), spkiOf(3072, 3)]) {
      const signature = signTicket(weak.privateKey, fromBase64Url(message));
      await expect(finalizeTicket(weak.publicKey, message, signature)).rejects.toMatchObject({
        code: 'ticket-key-refused',
      });
    }
    const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'der' });
    await expect(finalizeTicket(curve.toString('base64'), message, 'AAAA')).rejects.toMatchObject({
      code: 'ticket-key-refused',
    });
    await expect(finalizeTicket('AAAA', message, 'AAAA')).rejects.toMatchObject({ code: 'ticket-key-refused' });
  });

  it('to sign a message that is too short or too long to be a ticket', () => {
    for (const size of [0, 31, 257]) {
      expect(() => signTicket(key.privateKey, new Uint8Array(size))).toThrow(
        expect.objectContaining({ code: 'ticket-message-size' }),
      );
    }
  });
});

describe('serial and fingerprint', () => {
  it('serial is SHA-256 of the message bytes, the same for every text that means these bytes', async () => {
    const bytes = fromBase64Url(makeTicketRequest().message);
    const text = toBase64Url(bytes);
    const expected = createHash('sha256').update(bytes).digest('hex');
    expect(Buffer.from(await ballotSerial(text)).toString('hex')).toBe(expected);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const twin = text.slice(0, -1) + alphabet.charAt(alphabet.indexOf(text.slice(-1)) + 1);
    expect(twin).not.toBe(text);
    expect(Buffer.from(await ballotSerial(twin)).toString('hex')).toBe(expected);
    expect(ticketSerial({ scheme: TICKET_SCHEME, message: twin, signature: '' }).toString('hex')).toBe(expected);
  });

  it('fingerprint is SHA-256 of the DER in groups of four', async () => {
    const hex = createHash('sha256').update(Buffer.from(key.publicKey, 'base64')).digest('hex');
    const shown = await keyFingerprint(key.publicKey);
    expect(shown.replaceAll(' ', '')).toBe(hex);
    expect(shown).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/);
  });
});

describe('the private key at rest', () => {
  const keyFile = webcrypto.getRandomValues(new Uint8Array(32));

  it('comes back only with its key file and its survey, and never twice the same', () => {
    const stored = encryptPrivateKey(key.privateKey, keyFile, 'survey-a');
    expect(stored).not.toContain('PRIVATE');
    expect(encryptPrivateKey(key.privateKey, keyFile, 'survey-a')).not.toBe(stored);
    expect(decryptPrivateKey(stored, keyFile, 'survey-a')).toBe(key.privateKey);
    const refused = expect.objectContaining({ code: 'private-key-unreadable' });
    expect(() => decryptPrivateKey(stored, keyFile, 'survey-b')).toThrow(refused);
    expect(() => decryptPrivateKey(stored, new Uint8Array(32), 'survey-a')).toThrow(refused);
    const middle = Math.floor(stored.length / 2);
    const changed = stored.slice(0, middle) + (stored[middle] === 'A' ? 'B' : 'A') + stored.slice(middle + 1);
    for (const broken of [changed, 'v1', 'v1.a.b.c', '', stored.replace('v1', 'v2')]) {
      expect(() => decryptPrivateKey(broken, keyFile, 'survey-a')).toThrow(refused);
    }
  });

  it('asks for a key file of 32 bytes', () => {
    expect(() => encryptPrivateKey(key.privateKey, new Uint8Array(16), 's')).toThrow(
      expect.objectContaining({ code: 'key-file-size' }),
    );
  });
});
