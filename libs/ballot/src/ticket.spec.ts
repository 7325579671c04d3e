import { beforeAll, describe, expect, it } from '@jest/globals';
import { constants, createHash, createPrivateKey, generateKeyPairSync, publicEncrypt, webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import {
  ballotSerial,
  finalizeTicket,
  fromBase64Url,
  keyFingerprint,
  requestTicket,
  TICKET_SCHEME,
  toBase64Url,
} from './index.js';
import {
  decryptPrivateKey,
  encryptPrivateKey,
  generateTicketKey,
  openTicketKey,
  signBlinded,
  ticketSerial,
  verifyTicket,
  type TicketKeyPair,
} from './server.js';

interface Vector {
  readonly name: string;
  readonly [part: string]: string;
}

const VECTORS = JSON.parse(
  readFileSync('test/golden/reference/cases/crypto/test_vectors_rfc9474.json', 'utf8'),
) as readonly Vector[];

const bytes = (hex: string | undefined): Buffer => {
  const digits = (hex ?? '').replace(/^0x/, '');
  return Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex');
};
const number = (hex: string | undefined): string => {
  const trimmed = bytes(hex);
  let at = 0;
  while (trimmed[at] === 0) at += 1;
  return trimmed.subarray(at).toString('base64url');
};

/** The vector's key; CRT parts are computed here, because PKCS #8 wants them. */
function keyOf(vector: Vector) {
  const big = (part: string): bigint => BigInt(`0x${bytes(vector[part]).toString('hex')}`);
  const [p, q, d] = [big('p'), big('q'), big('d')];
  const text = (value: bigint): string => number(value.toString(16));
  const jwk = {
    kty: 'RSA',
    n: number(vector['n']),
    e: number(vector['e']),
    d: number(vector['d']),
    p: text(p),
    q: text(q),
    dp: text(d % (p - 1n)),
    dq: text(d % (q - 1n)),
    qi: text(power(q, p - 2n, p)),
  };
  return createPrivateKey({ key: jwk, format: 'jwk' });
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, factor] = [1n, base % modulus];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * factor) % modulus;
    factor = (factor * factor) % modulus;
  }
  return result;
}

let key: TicketKeyPair;
let otherKey: TicketKeyPair;

beforeAll(async () => {
  [key, otherKey] = await Promise.all([generateTicketKey(), generateTicketKey()]);
}, 60_000);

describe('RFC 9474 test vectors', () => {
  it.each(VECTORS.map((vector) => [vector.name, vector] as const))('%s: our signing path', (_name, vector) => {
    const pem = keyOf(vector).export({ type: 'pkcs8', format: 'pem' }).toString();
    const blinded = bytes(vector['blinded_msg']).toString('base64url');
    expect(signBlinded(pem, blinded)).toBe(bytes(vector['blind_sig']).toString('base64url'));
  });

  it('RSABSSA-SHA384-PSS-Randomized: the client takes the blinding off, and the server accepts the result', async () => {
    const vector = VECTORS.find(({ name }) => name === TICKET_SCHEME);
    if (!vector) throw new Error('no vector of our scheme');
    const spki = keyOf(vector);
    const publicKey = await webcrypto.subtle.importKey(
      'jwk',
      { kty: 'RSA', n: number(vector['n']), e: number(vector['e']) },
      { name: 'RSA-PSS', hash: 'SHA-384' },
      true,
      ['verify'],
    );
    const signature = await RSABSSA.SHA384.PSS.Randomized().finalize(
      publicKey,
      bytes(vector['input_msg']),
      bytes(vector['blind_sig']),
      bytes(vector['inv']),
    );
    expect(Buffer.from(signature).toString('hex')).toBe(bytes(vector['sig']).toString('hex'));
    expect(spki.asymmetricKeyDetails?.modulusLength).toBe(4096);
  });
});

describe('a ticket', () => {
  it('is good for its survey, and its signer never saw it', async () => {
    const pending = await requestTicket(key.publicKey);
    const { ticket, keys } = await finalizeTicket(key.publicKey, pending, signBlinded(key.privateKey, pending.blinded));
    expect(verifyTicket(key.publicKey, ticket)).toBe(true);
    expect(verifyTicket(openTicketKey(key.publicKey), ticket)).toBe(true);
    expect(verifyTicket(otherKey.publicKey, ticket)).toBe(false);
    expect(pending.blinded).not.toContain(ticket.prepared.slice(0, 30));
    expect(fromBase64Url(ticket.prepared).subarray(32)).toEqual(fromBase64Url(keys.publicKey));
  });

  it('is another one each time, and blinded differently even for the same message', async () => {
    const [one, two] = await Promise.all([requestTicket(key.publicKey), requestTicket(key.publicKey)]);
    expect(one.prepared).not.toBe(two.prepared);
    expect(one.blinded).not.toBe(two.blinded);
    expect(fromBase64Url(one.blinded)).toHaveLength(384);
  });

  it('is RSASSA-PSS with SHA-384 and a salt of 48 bytes, as any other implementation verifies it', async () => {
    const pending = await requestTicket(key.publicKey);
    const { ticket } = await finalizeTicket(key.publicKey, pending, signBlinded(key.privateKey, pending.blinded));
    const spki = Buffer.from(key.publicKey, 'base64');
    const imported = await webcrypto.subtle.importKey('spki', spki, { name: 'RSA-PSS', hash: 'SHA-384' }, true, [
      'verify',
    ]);
    const verified = (saltLength: number): Promise<boolean> =>
      webcrypto.subtle.verify(
        { name: 'RSA-PSS', saltLength },
        imported,
        fromBase64Url(ticket.signature),
        fromBase64Url(ticket.prepared),
      );
    expect(await verified(48)).toBe(true);
    expect(await verified(32)).toBe(false);
  });

  it('is refused when anything of it is changed', async () => {
    const pending = await requestTicket(key.publicKey);
    const { ticket } = await finalizeTicket(key.publicKey, pending, signBlinded(key.privateKey, pending.blinded));
    const flipped = (text: string): string => {
      const copy = fromBase64Url(text);
      copy[50] = (copy[50] ?? 0) ^ 1;
      return toBase64Url(copy);
    };
    const forgeries = [
      { ...ticket, prepared: flipped(ticket.prepared) },
      { ...ticket, signature: flipped(ticket.signature) },
      { ...ticket, signature: '' },
      { ...ticket, prepared: '' },
      { ...ticket, scheme: 'RSASSA-PSS-SHA384' },
    ];
    for (const forgery of forgeries) expect(verifyTicket(key.publicKey, forgery)).toBe(false);
  });

  it('is not made of a wrong signature', async () => {
    const pending = await requestTicket(key.publicKey);
    const wrong = signBlinded(otherKey.privateKey, toBase64Url(new Uint8Array(384).fill(1)));
    for (const signature of [wrong, toBase64Url(new Uint8Array(384)), 'AAAA'])
      await expect(finalizeTicket(key.publicKey, pending, signature)).rejects.toMatchObject({
        code: 'ticket-signature-wrong',
      });
  });

  it('is not asked for under a key below 3072 bits or with another exponent', async () => {
    for (const [modulusLength, publicExponent] of [
      [2048, 65537],
      [3071, 65537],
      [3072, 3],
    ] as const) {
      const weak = generateKeyPairSync('rsa', { modulusLength, publicExponent });
      const spki = weak.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
      await expect(requestTicket(spki)).rejects.toMatchObject({ code: 'ticket-key-refused' });
    }
    const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'der' });
    for (const spki of [curve.toString('base64'), 'AAAA', '!'])
      await expect(requestTicket(spki)).rejects.toMatchObject({ code: 'ticket-key-refused' });
  });
});

describe('signing', () => {
  it('gives the same for the same, and undoes raw encryption', () => {
    const signature = Buffer.alloc(384, 7);
    const blinded = publicEncrypt({ key: openTicketKey(key.publicKey), padding: constants.RSA_NO_PADDING }, signature);
    expect(signBlinded(key.privateKey, blinded.toString('base64url'))).toBe(signature.toString('base64url'));
    expect(signBlinded(key.privateKey, blinded.toString('base64url'))).toBe(signature.toString('base64url'));
  });

  it('refuses what is no number below the modulus', () => {
    const beyond = Buffer.alloc(384, 0xff).toString('base64url');
    for (const wrong of ['', 'AAAA', `${toBase64Url(new Uint8Array(384))}A`, toBase64Url(new Uint8Array(385)), beyond])
      expect(() => signBlinded(key.privateKey, wrong)).toThrow(expect.objectContaining({ code: 'blinded-message' }));
  });
});

describe('serial and fingerprint', () => {
  it('serial is SHA-256 of the prepared bytes, the same for every text that means these bytes', async () => {
    const prepared = toBase64Url(new Uint8Array(97).fill(9));
    const expected = createHash('sha256').update(Buffer.alloc(97, 9)).digest('hex');
    expect(Buffer.from(await ballotSerial(prepared)).toString('hex')).toBe(expected);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const twin = prepared.slice(0, -1) + alphabet.charAt(alphabet.indexOf(prepared.slice(-1)) + 1);
    expect(twin).not.toBe(prepared);
    expect(ticketSerial({ scheme: TICKET_SCHEME, prepared: twin, signature: '' }).toString('hex')).toBe(expected);
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
