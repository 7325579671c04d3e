import { walkXml } from './xml-events.js';

/** The workbook's string table: runs of rich text joined, reading aids (ふりがな, `rPh`) left out. */
export function sharedStringsOf(xml: Uint8Array): string[] {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let inReading = false;
  walkXml(xml, {
    open: (name) => {
      if (name === 'si') current = '';
      else if (name === 'rPh') inReading = true;
      else if (name === 't') inText = !inReading;
    },
    text: (text) => {
      if (inText) current += text;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') inReading = false;
      else if (name === 'si') strings.push(unescapeCharacters(current));
    },
  });
  return strings;
}

/** Characters that XML cannot hold are written as _x000D_ (ECMA-376 part 1, 22.4.2.4); a carriage return is dropped before LF. */
export function unescapeCharacters(text: string): string {
  if (!text.includes('_x')) return text;
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, '\n');
}
