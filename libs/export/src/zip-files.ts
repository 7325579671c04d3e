import { Zip, ZipDeflate } from 'fflate';
import { ZIP_EPOCH } from './workbook-file.js';

export interface ZipEntry {
  /** File name, may hold Japanese; written as UTF-8 with the flag that says so. */
  readonly name: string;
  readonly data: Uint8Array;
}

/** What a zip without the zip64 extension can hold, which old Windows versions cannot read. */
const MAX_ENTRIES = 65_535;
const MAX_BYTES = 2 ** 32 - 1;

/**
 * A zip of the entries, chunk by chunk: each entry is asked for only when the chunks before it have been taken, so memory holds one file
 * at a time. Times are fixed; equal entries give equal bytes.
 * @throws RangeError when a name is empty, a duplicate or leads out of the folder, or the archive gets too large.
 */
export async function* zipFiles(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array, void, void> {
  const ready: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) failure = error;
    else ready.push(chunk);
  });
  const names = new Set<string>();
  let bytes = 0;
  for await (const { name, data } of entries) {
    checkName(name, names);
    // xlsx files are compressed already; level 1 costs little, and streamed entries that are merely stored puzzle some readers.
    const file = new ZipDeflate(name, { level: 1 });
    file.mtime = ZIP_EPOCH;
    zip.add(file);
    file.push(data, true);
    if (failure) throw failure;
    bytes += ready.reduce((sum, chunk) => sum + chunk.length, 0);
    if (bytes > MAX_BYTES || names.size > MAX_ENTRIES)
      throw new RangeError('zipFiles: more than a zip file can hold (4 GiB, 65,535 files)');
    yield* ready.splice(0);
  }
  zip.end();
  if (failure) throw failure;
  yield* ready.splice(0);
}

function checkName(name: string, names: Set<string>): void {
  if (
    name === '' ||
    name.includes('\\') ||
    name.split('/').some((part) => part === '' || part === '.' || part === '..')
  ) {
    throw new RangeError(`zipFiles: not a file name: ${JSON.stringify(name)}`);
  }
  if (names.has(name)) throw new RangeError(`zipFiles: two files are called ${name}; see uniqueFileNames`);
  names.add(name);
}
