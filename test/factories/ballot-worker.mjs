// The browser's part in a thread of plain Node: under the test runner's module loader the same arithmetic takes five times as long.
import { parentPort } from 'node:worker_threads';
import * as ballot from '#ballot';

parentPort.on('message', async ({ id, name, args }) => {
  try {
    parentPort.postMessage({ id, value: await ballot[name](...args) });
  } catch (error) {
    parentPort.postMessage({ id, failure: String(error) });
  }
});
