import { beforeAll, describe, expect, it } from '@jest/globals';
import type { BallotContent } from '#survey-model';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import {
  combineKeyShares,
  keyShareDigest,
  makeTallyKey,
  openForWorker,
  readKeyShare,
  sealForWorker,
  splitTallyKey,
} from './custody.js';
import {
  ballotLeaf,
  COPY_BYTES,
  finalizeTicket,
  findReceipt,
  fromBase64Url,
  importTallyKey,
  makeCast,
  makeOwnCopyRequest,
  makeReceipt,
  makeRecoveryCode,
  merkleRoot,
  openBallot,
  openEscrow,
  openOwnCopy,
  readReceipt,
  readRecoveryCode,
  requestTicket,
  sealBallot,
  sealEscrow,
  SEALED_BALLOT_BYTES,
  splitLeaves,
  toBase64Url,
  type CastRequest,
  type OwnTicket,
} from './index.js';
import { generateTicketKey, signBlinded, ticketSerial, verifyCastProof, verifyOwnCopyProof } from './server.js';

const SURVEY = '11111111-1111-4111-8111-111111111111';
const content: BallotContent = {
  surveyId: SURVEY,
  attributes: { position: 'chief' },
  answers: { q1: 5, free: 'よい職場' },
};
const tallyKeys = makeTallyKey();

let own: OwnTicket;
beforeAll(async () => {
  const key = await generateTicketKey();
  const pending = await requestTicket(key.publicKey);
  own = await finalizeTicket(key.publicKey, pending, signBlinded(key.privateKey, pending.blinded));
}, 60_000);

async function cast(change: Partial<Parameters<typeof makeCast>[0]> = {}): Promise<CastRequest> {
  const tallyPublicKey = (await tallyKeys).publicKey;
  return makeCast({
    surveyId: SURVEY,
    own,
    recoveryCode: makeRecoveryCode(),
    tallyPublicKey,
    revision: 1,
    content,
    ...change,
  });
}

const flip = (bytes: Uint8Array, at: number): Uint8Array<ArrayBuffer> => {
  const copy = new Uint8Array(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
};

describe('a sealed ballot', () => {
  const serial = new Uint8Array(32).fill(3);
  const seal = async (what: BallotContent = content): Promise<Uint8Array> =>
    sealBallot((await tallyKeys).publicKey, SURVEY, serial, what);
  const key = async () => importTallyKey((await tallyKeys).privateKey);

  it('has 16 KiB whatever is said, differs each time, and gives every answer back', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    const anything = fc.dictionary(text, fc.oneof(text, fc.integer(), fc.constant(null), fc.array(text)));
    await fc.assert(
      fc.asyncProperty(anything, async (answers) => {
        const said = { ...content, answers };
        const [one, two] = [await seal(said), await seal(said)];
        expect(one).toHaveLength(SEALED_BALLOT_BYTES);
        expect(Buffer.from(one).equals(Buffer.from(two))).toBe(false);
        expect(JSON.stringify(await openBallot(await key(), SURVEY, serial, one))).toBe(JSON.stringify(said));
      }),
      { numRuns: 40 },
    );
  });

  it('does not open when a byte is changed, under another serial, survey or key, and quotes nothing', async () => {
    const sealed = await seal();
    const other = await importTallyKey((await makeTallyKey()).privateKey);
    const refused = expect.objectContaining({
      code: 'ballot-unreadable',
      message: expect.not.stringContaining('職場'),
    });
    const attempts = [
      ...[0, 1, 40, 64, 65, 9000, 16_383].map(
        (at) => async () => openBallot(await key(), SURVEY, serial, flip(sealed, at)),
      ),
      async () => openBallot(await key(), SURVEY, flip(serial, 5), sealed),
      async () => openBallot(await key(), SURVEY.replace('1', '2'), serial, sealed),
      async () => openBallot(other, SURVEY, serial, sealed),
      async () => openBallot(await key(), SURVEY, serial, sealed.subarray(1)),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toEqual(refused);
  });

  it('refuses what does not fit, naming the remedy', async () => {
    await expect(seal({ ...content, answers: { free: 'あ'.repeat(6000) } })).rejects.toMatchObject({
      code: 'ballot-too-large',
      ja: expect.stringContaining('自由記述'),
    });
  });
});

describe('a cast', () => {
  it('has constant sizes and a proof that only its ticket’s key makes', async () => {
    const small = await cast();
    const large = await cast({ content: { ...content, answers: { free: 'あ'.repeat(4000) } }, revision: 7 });
    for (const each of [small, large]) {
      expect(fromBase64Url(each.ballot)).toHaveLength(SEALED_BALLOT_BYTES);
      expect(fromBase64Url(each.copy)).toHaveLength(COPY_BYTES);
      expect(fromBase64Url(each.proof)).toHaveLength(64);
      expect(verifyCastProof(SURVEY, each)).toBe(true);
    }
    expect(JSON.stringify(small)).toHaveLength(JSON.stringify(large).length);
  });

  it('is refused when survey, revision, ballot, copy, ticket or proof is another', async () => {
    const [one, two] = [await cast(), await cast({ revision: 2 })];
    const forgeries = [
      { ...one, revision: 2 },
      { ...one, ballot: two.ballot },
      { ...one, copy: two.copy },
      { ...one, proof: two.proof },
      { ...one, proof: '' },
      { ...one, ballot: toBase64Url(flip(fromBase64Url(one.ballot), 100)) },
      { ...one, ticket: { ...one.ticket, prepared: toBase64Url(flip(fromBase64Url(one.ticket.prepared), 0)) } },
      { ...one, ticket: { ...one.ticket, prepared: toBase64Url(flip(fromBase64Url(one.ticket.prepared), 96)) } },
    ];
    for (const forgery of forgeries) expect(verifyCastProof(SURVEY, forgery)).toBe(false);
    expect(verifyCastProof(SURVEY.replace('1', '2'), one)).toBe(false);
  });

  it('asks for its own copy with a proof of another kind', async () => {
    const request = await makeOwnCopyRequest(SURVEY, own);
    expect(verifyOwnCopyProof(SURVEY, request)).toBe(true);
    expect(verifyOwnCopyProof(SURVEY, { ...request, proof: (await cast()).proof })).toBe(false);
    expect(verifyCastProof(SURVEY, { ...(await cast()), proof: request.proof })).toBe(false);
  });

  it('gives its author the answers back, and nobody else', async () => {
    const recoveryCode = makeRecoveryCode();
    const { copy } = await cast({ recoveryCode, revision: 3 });
    expect(await openOwnCopy(recoveryCode, SURVEY, copy)).toEqual({ content, revision: 3 });
    for (const [code, survey] of [
      [makeRecoveryCode(), SURVEY],
      [recoveryCode, 'another'],
    ] as const)
      await expect(openOwnCopy(code, survey, copy)).rejects.toMatchObject({ code: 'recovery-code-mismatch' });
  });
});

describe('the recovery code', () => {
  it('has 26 characters and one to check them by, and survives handwriting', () => {
    fc.assert(
      fc.property(fc.constant(null), () => {
        const code = makeRecoveryCode();
        const plain = code.replaceAll('-', '');
        expect(plain).toHaveLength(27);
        const zenkaku = [...plain].map((each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0)).join('');
        for (const typed of [
          plain,
          plain.toLowerCase(),
          ` ${code} `,
          zenkaku,
          plain.replaceAll('0', 'o').replaceAll('1', 'l'),
        ])
          expect(readRecoveryCode(typed)).toBe(code);
      }),
    );
  });

  it('notices any wrong character and any two neighbours that changed places', () => {
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    const plain = makeRecoveryCode().replaceAll('-', '');
    const wrong = expect.objectContaining({ code: 'recovery-code-wrong' });
    for (let at = 0; at < plain.length; at += 1) {
      for (const other of alphabet) {
        if (other === plain[at]) continue;
        expect(() => readRecoveryCode(plain.slice(0, at) + other + plain.slice(at + 1))).toThrow(wrong);
      }
      const swapped =
        plain.slice(0, at) +
        plain
          .slice(at, at + 2)
          .split('')
          .reverse()
          .join('') +
        plain.slice(at + 2);
      if (swapped !== plain) expect(() => readRecoveryCode(swapped)).toThrow(wrong);
    }
    for (const typed of ['', plain.slice(1), `${plain}0`, plain.replace(/.$/, 'U'), 'あ'.repeat(27)])
      expect(() => readRecoveryCode(typed)).toThrow(wrong);
  });

  it('opens the escrow that it sealed, of constant size, and no other', async () => {
    const key = await generateTicketKey();
    const pending = await requestTicket(key.publicKey);
    const code = makeRecoveryCode();
    const escrow = await sealEscrow(code, SURVEY, pending);
    expect(fromBase64Url(escrow)).toHaveLength(4096);
    expect(await openEscrow(code, SURVEY, escrow)).toEqual(pending);
    const tampered = toBase64Url(flip(fromBase64Url(escrow), 2000));
    // One after the other: a promise that rejects before somebody waits for it counts as unhandled.
    for (const [own, sealed] of [
      [makeRecoveryCode(), escrow],
      [code, tampered],
    ] as const)
      await expect(openEscrow(own, SURVEY, sealed)).rejects.toMatchObject({ code: 'recovery-code-mismatch' });
  });
});

describe('the receipt', () => {
  const sha = (...parts: readonly Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();

  /** RFC 6962 as it is written, one step at a time. */
  function reference(leaves: readonly Buffer[]): Buffer {
    if (leaves.length === 0) return sha();
    if (leaves.length === 1) return leaves[0] ?? sha();
    let split = 1;
    while (split * 2 < leaves.length) split *= 2;
    return sha(Buffer.from([1]), reference(leaves.slice(0, split)), reference(leaves.slice(split)));
  }

  it('root is that of RFC 6962 over sorted leaves, in whatever order they come', async () => {
    const leaf = fc.uint8Array({ minLength: 32, maxLength: 32 });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(leaf, { maxLength: 40, selector: (each) => Buffer.from(each).toString('hex') }),
        async (leaves) => {
          const sorted = leaves.map((each) => Buffer.from(each)).sort(Buffer.compare);
          expect(Buffer.from(await merkleRoot(leaves)).equals(reference(sorted))).toBe(true);
          expect(Buffer.from(await merkleRoot([...leaves].reverse())).equals(reference(sorted))).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('names the leaf of its ballot, and only of this version of it', async () => {
    const [one, two] = [await cast(), await cast({ revision: 2 })];
    const sealed = Buffer.from(one.ballot, 'base64url');
    const expected = sha(Buffer.from([0]), ticketSerial(one.ticket), sha(sealed));
    const receipt = await makeReceipt(one);
    expect(Buffer.from(readReceipt(receipt)).equals(expected)).toBe(true);
    expect(Buffer.from(await ballotLeaf(ticketSerial(one.ticket), sealed)).equals(expected)).toBe(true);
    const list = Buffer.concat([sha(Buffer.from('a')), expected, sha(Buffer.from('b'))].sort(Buffer.compare));
    expect(findReceipt(list, readReceipt(receipt))).toBe(true);
    expect(findReceipt(list, readReceipt(await makeReceipt(two)))).toBe(false);
    expect(splitLeaves(list)).toHaveLength(3);
    expect(() => readReceipt(receipt.slice(1))).toThrow(expect.objectContaining({ code: 'receipt-wrong' }));
  });
});

describe('custody', () => {
  it('any k shares give the key back, fewer or foreign ones do not', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 6 }),
        fc.integer({ min: 0, max: 4 }),
        fc.integer(),
        async (k, more, seed) => {
          const { privateKey } = await makeTallyKey();
          const shares = await splitTallyKey(privateKey, k + more, k);
          const shuffled = shares
            .map(({ text }, at) => ({ text, order: (at * 7919 + seed) % 11 }))
            .sort((a, b) => a.order - b.order);
          const texts = shuffled.map(({ text }) => text);
          expect(await combineKeyShares(texts.slice(0, k))).toBe(privateKey);
          const foreign = await splitTallyKey((await makeTallyKey()).privateKey, k, k);
          const mixed = [...texts.slice(0, k - 1), foreign[k - 1]?.text ?? ''];
          for (const wrong of [texts.slice(0, k - 1), mixed, [texts[0] ?? '', texts[0] ?? '']])
            await expect(combineKeyShares(wrong)).rejects.toMatchObject({ code: 'key-shares-mismatch' });
        },
      ),
      { numRuns: 25 },
    );
  });

  it('a share says its number, is recognised by its digest, and a slip of the pen is noticed', async () => {
    const [first, second] = await splitTallyKey((await tallyKeys).privateKey, 3, 2);
    if (!first || !second) throw new Error('no shares');
    expect(readKeyShare(first.text.toLowerCase())).toEqual(first);
    expect(second.index).toBe(2);
    expect(await keyShareDigest(first.text)).toMatch(/^[0-9a-f]{64}$/);
    expect(await keyShareDigest(first.text)).not.toBe(await keyShareDigest(second.text));
    const slip = first.text.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expect(() => readKeyShare(slip)).toThrow(expect.objectContaining({ code: 'key-share-wrong' }));
  });

  it('refuses sizes that protect nothing', async () => {
    const { privateKey } = await tallyKeys;
    for (const [shares, threshold] of [
      [1, 1],
      [3, 1],
      [2, 3],
      [11, 2],
      [3, 2.5],
    ] as const)
      await expect(splitTallyKey(privateKey, shares, threshold)).rejects.toMatchObject({ code: 'custody-size' });
  });

  it('a share travels sealed to the worker, for one survey and purpose', async () => {
    const worker = await makeTallyKey();
    const sealed = await sealForWorker(worker.publicKey, `${SURVEY} test`, 'SHARE');
    expect(await openForWorker(worker.privateKey, `${SURVEY} test`, sealed)).toBe('SHARE');
    for (const [key, context] of [
      [worker.privateKey, `${SURVEY} tally`],
      [(await makeTallyKey()).privateKey, `${SURVEY} test`],
    ] as const)
      await expect(openForWorker(key, context, sealed)).rejects.toMatchObject({ code: 'custody-seal-broken' });
  });
});
