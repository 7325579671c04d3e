import { SaxesParser } from 'saxes';

const CHUNK = 65_536;

/** The XML is not well-formed. */
export class XmlError extends Error {}

export interface XmlHandlers {
  /** `name` is without its namespace prefix. */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Walks XML in pieces, handing each tag and text to the handlers; yields after every piece, so that the caller can take what it has
 * gathered before the next one. Entities of a document type are not expanded. @throws XmlError
 */
export function* xmlEvents(xml: Uint8Array, handlers: XmlHandlers): Generator<void> {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw new XmlError(error.message);
  });
  parser.on('opentag', (tag) => handlers.open(localName(tag.name), tag.attributes));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('closetag', (tag) => handlers.close?.(localName(tag.name)));
  const decoder = new TextDecoder('utf-8');
  for (let at = 0; at < xml.length; at += CHUNK) {
    parser.write(decoder.decode(xml.subarray(at, at + CHUNK), { stream: true }));
    yield;
  }
  parser.close();
  yield;
}

/** Walks a whole document at once. @throws XmlError */
export function walkXml(xml: Uint8Array | string, handlers: XmlHandlers): void {
  const bytes = typeof xml === 'string' ? new TextEncoder().encode(xml) : xml;
  if (bytes.length === 0) return;
  for (const step of xmlEvents(bytes, handlers)) void step;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
