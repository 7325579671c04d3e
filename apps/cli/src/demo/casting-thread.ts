import { parentPort } from 'node:worker_threads';
import { castDemoBallot, type DemoCast } from './cast-demo-ballot.js';

/** The inside of a casting thread: one message in for every person, one out when the ballot lies in the box. */
parentPort?.on('message', ({ id, cast }: { readonly id: number; readonly cast: DemoCast }) => {
  castDemoBallot(cast).then(
    () => parentPort?.postMessage({ id }),
    (error: unknown) => parentPort?.postMessage({ id, failure: String(error) }),
  );
});
