import { DomainError } from '#survey-model';

/** Crockford's alphabet: no I, L, O or U, which are mistaken for something else when they are written by hand. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Bytes as text for people: base32 and one check character, in groups. The check character is a weighted sum over the field of 32
 * elements: any one wrong character and any two neighbours that changed places are noticed.
 */
export function toPrintedText(bytes: Uint8Array, groupLength: number): string {
  const symbols = [...toSymbols(bytes)];
  symbols.push(checkSymbol(symbols));
  const text = symbols.map((symbol) => ALPHABET.charAt(symbol)).join('');
  return text.match(new RegExp(`.{1,${groupLength}}`, 'g'))?.join('-') ?? '';
}

/** What a person typed is not what was printed. */
export type PrintedTextFault = 'length' | 'character' | 'check';

/**
 * The inverse, forgiving in all that cannot be meant otherwise: lower case, full width, spaces, hyphens, O for 0, I and L for 1.
 * @returns the bytes, or what is wrong
 */
export function fromPrintedText(text: string, byteLength: number): Uint8Array<ArrayBuffer> | PrintedTextFault {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐‑‒–—―−ー]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const symbols = [...plain].map((character) => ALPHABET.indexOf(character));
  if (symbols.includes(-1)) return 'character';
  if (symbols.length !== Math.ceil((byteLength * 8) / 5) + 1) return 'length';
  const check = symbols.pop();
  if (check !== checkSymbol(symbols)) return 'check';
  return fromSymbols(symbols, byteLength) ?? 'check';
}

/** @throws DomainError with the given code; the reason names what to look at, and never repeats what was typed */
export function readPrintedText(
  text: string,
  byteLength: number,
  code: string,
  ja: string,
  en: string,
): Uint8Array<ArrayBuffer> {
  const read = fromPrintedText(text, byteLength);
  if (typeof read !== 'string') return read;
  const length = Math.ceil((byteLength * 8) / 5) + 1;
  const reasons: Record<PrintedTextFault, readonly [string, string]> = {
    length: [`文字数が違います(${length}文字)`, `it must have ${length} characters`],
    character: ['使われない文字が入っています(英字 U と記号は使いません)', 'it holds a character that is never used'],
    check: ['どこか1文字が違うか、入れ替わっています', 'a character is wrong or two changed places'],
  };
  const [reasonJa, reasonEn] = reasons[read];
  throw new DomainError('invalid', code, `${ja}${reasonJa}。`, `${en} ${reasonEn}.`, { field: read });
}

function* toSymbols(bytes: Uint8Array): Generator<number> {
  let [bits, width] = [0, 0];
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    width += 8;
    while (width >= 5) {
      width -= 5;
      yield (bits >> width) & 31;
    }
    bits &= (1 << width) - 1;
  }
  if (width > 0) yield (bits << (5 - width)) & 31;
}

/** null when the bits beyond the last byte are not zero: no text that we made. */
function fromSymbols(symbols: readonly number[], byteLength: number): Uint8Array<ArrayBuffer> | null {
  const bytes = new Uint8Array(byteLength);
  let [bits, width, at] = [0, 0, 0];
  for (const symbol of symbols) {
    bits = (bits << 5) | symbol;
    width += 5;
    if (width >= 8 && at < byteLength) {
      width -= 8;
      bytes[at++] = (bits >> width) & 255;
    }
    bits &= (1 << width) - 1;
  }
  return bits === 0 ? bytes : null;
}

/** Σ symbol(i)·α^(i+1) over GF(32) with x⁵+x²+1: weights of neighbours differ and none is zero. */
function checkSymbol(symbols: readonly number[]): number {
  let [sum, weight] = [0, 2];
  for (const symbol of symbols) {
    sum ^= multiply(symbol, weight);
    weight = multiply(weight, 2);
  }
  return sum;
}

function multiply(a: number, b: number): number {
  let [product, factor] = [0, a];
  for (let rest = b; rest > 0; rest >>= 1) {
    if (rest & 1) product ^= factor;
    factor = (factor << 1) ^ (factor & 16 ? 0b100101 : 0);
  }
  return product;
}
