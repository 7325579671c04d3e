import { fromBase64Url, makeCast, toBase64Url, type CastRequest, type NewCast } from '#ballot';
import { ballotSerial, SEALED_BALLOT_BYTES } from '#ballot';
import { castMessage } from '../../libs/ballot/src/cast.js';
import { sha256 } from '../../libs/ballot/src/bytes.js';

/**
 * The control: what a careful build without our measures would do. Run as the owner of the ballot database: casts are inserted as they
 * come, straight into the box.
 */
export const WEAKEN_BOX = [
  `CREATE OR REPLACE FUNCTION ballot.cast_ballot(p_survey_id uuid, p_serial bytea, p_revision integer, p_sealed bytea, p_copy bytea,
     p_paper boolean, p_now timestamptz) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
   DECLARE
     box text := ballot.table_of('box', p_survey_id);
     known integer;
   BEGIN
     EXECUTE format('SELECT revision FROM %s WHERE serial = $1', box) INTO known USING p_serial;
     IF known >= p_revision THEN RETURN 'already-stored'; END IF;
     IF known IS NOT NULL THEN
       EXECUTE format('UPDATE %s SET revision = $2, sealed = $3, copy = $4 WHERE serial = $1', box)
         USING p_serial, p_revision, p_sealed, p_copy;
       RETURN 'replaced';
     END IF;
     EXECUTE format('INSERT INTO %s VALUES ($1, $2, $3, $4)', box) USING p_serial, p_revision, p_sealed, p_copy;
     RETURN 'stored';
   END $$`,
];

/** Run as the owner of the main database: each mark "done" is written at once. */
export const WEAKEN_MARKS = [
  `CREATE FUNCTION identity.mark_at_once() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
   BEGIN
     UPDATE identity.participation SET state = 'done' WHERE survey_id = NEW.survey_id AND staff_member_id = NEW.staff_member_id;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER mark_at_once BEFORE INSERT ON identity.done_pool FOR EACH ROW EXECUTE FUNCTION identity.mark_at_once()`,
];

/** A ballot that is padded and signed as it should be, and not sealed. */
export async function makePlainCast(cast: NewCast): Promise<CastRequest> {
  const { surveyId, own, revision, content } = cast;
  const sealed = await makeCast(cast);
  const plain = new Uint8Array(SEALED_BALLOT_BYTES);
  plain.set(new TextEncoder().encode(JSON.stringify(content)));
  const digests = await Promise.all([plain, fromBase64Url(sealed.copy)].map((part) => sha256(part)));
  const message = castMessage(surveyId, await ballotSerial(own.ticket.prepared), revision, digests);
  const curve = { name: 'ECDSA', namedCurve: 'P-256' };
  const key = await crypto.subtle.importKey('pkcs8', fromBase64Url(own.keys.privateKey), curve, false, ['sign']);
  const proof = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, Buffer.from(message));
  return { ...sealed, ballot: toBase64Url(plain), proof: toBase64Url(new Uint8Array(proof)) };
}
