import type { DumpedRow } from './dump.js';

const PAGE_BYTES = 8192;
/** Enough of a value to know it again. */
const MARK_BYTES = 16;

/** First bytes of everything that a ballot's row holds -> its serial (hex). */
export type Marks = ReadonlyMap<string, string>;

export function marksOf(tables: Iterable<readonly DumpedRow[]>): Marks {
  const marks = new Map<string, string>();
  for (const rows of tables) {
    for (const { columns } of rows) {
      const { serial } = columns;
      if (!Buffer.isBuffer(serial)) continue;
      for (const value of Object.values(columns))
        if (Buffer.isBuffer(value)) marks.set(value.subarray(0, MARK_BYTES).toString('latin1'), serial.toString('hex'));
    }
  }
  return marks;
}

/** Whose bytes lie where in a relation's file, dead rows included, in the order of writing: rows fill a page from its end. */
export function serialsInRelation(content: Buffer, marks: Marks): string[] {
  const pageOf = (at: number): number => Math.floor(at / PAGE_BYTES);
  const places = findMarks(content, marks).sort((a, b) => pageOf(a.at) - pageOf(b.at) || b.at - a.at);
  return [...new Set(places.map(({ serial }) => serial))];
}

/** The order in which ballots first appear in the write-ahead log: it is written from front to back, segment after segment. */
export function serialsInLog(segments: readonly (readonly [name: string, content: Buffer])[], marks: Marks): string[] {
  const inOrder = [...segments].sort(([a], [b]) => (a < b ? -1 : 1));
  return [...new Set(inOrder.flatMap(([, content]) => findMarks(content, marks).map(({ serial }) => serial)))];
}

function findMarks(content: Buffer, marks: Marks): { readonly serial: string; readonly at: number }[] {
  const starts = new Set([...marks.keys()].map((mark) => Buffer.from(mark, 'latin1').readUInt32LE(0)));
  const places: { readonly serial: string; readonly at: number }[] = [];
  for (let at = 0; at + MARK_BYTES <= content.length; at += 1) {
    if (!starts.has(content.readUInt32LE(at))) continue;
    const serial = marks.get(content.toString('latin1', at, at + MARK_BYTES));
    if (serial !== undefined) places.push({ serial, at });
  }
  return places;
}
