import { describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { zipFiles, type ZipEntry } from './index.js';

async function* from(entries: readonly ZipEntry[], asked: string[] = []): AsyncGenerator<ZipEntry> {
  for (const entry of entries) {
    asked.push(entry.name);
    yield entry;
  }
}

async function zipped(entries: readonly ZipEntry[]): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipFiles(from(entries))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const ENTRIES = [
  { name: '2024_総務部_人事課.xlsx', data: Buffer.from('人事課') },
  { name: 'empty.xlsx', data: new Uint8Array() },
  { name: '2024_市民部.xlsx', data: Buffer.alloc(200_000, 'x') },
];

describe('zipFiles', () => {
  it('gives back what went in', async () => {
    const files = unzipSync(await zipped(ENTRIES));
    expect(Object.keys(files)).toEqual(ENTRIES.map(({ name }) => name));
    for (const { name, data } of ENTRIES) expect(Buffer.from(files[name] ?? []).equals(Buffer.from(data))).toBe(true);
  });

  it('says that its Japanese names are UTF-8, and has no clock in it', async () => {
    const zip = await zipped(ENTRIES);
    expect(zip.readUInt32LE(0)).toBe(0x04034b50);
    expect(zip.readUInt16LE(6) & 0x0800).toBe(0x0800);
    // 1980-01-01 00:00 in DOS time, whatever the zone of the machine.
    expect(zip.readUInt32LE(10)).toBe(0x0021_0000);
    expect(zip.equals(await zipped(ENTRIES))).toBe(true);
  });

  it('is a valid empty archive when there is nothing', async () => {
    expect(unzipSync(await zipped([]))).toEqual({});
  });

  it('asks for one entry at a time', async () => {
    const asked: string[] = [];
    const chunks = zipFiles(from(ENTRIES, asked));
    await chunks.next();
    expect(asked).toEqual([ENTRIES[0]?.name]);
    await chunks.return();
  });

  it('passes an error of its source on, and refuses duplicates and names that lead elsewhere', async () => {
    const broken = async function* (): AsyncGenerator<ZipEntry> {
      yield* ENTRIES;
      throw new Error('disk gone');
    };
    await expect(async () => {
      for await (const chunk of zipFiles(broken())) void chunk;
    }).rejects.toThrow('disk gone');
    const data = new Uint8Array();
    await expect(
      zipped([
        { name: 'a', data },
        { name: 'a', data },
      ]),
    ).rejects.toThrow(RangeError);
    for (const name of ['', '../a', '/a', 'a\\b', 'a/../b'])
      await expect(zipped([{ name, data }])).rejects.toThrow(RangeError);
  });
});
