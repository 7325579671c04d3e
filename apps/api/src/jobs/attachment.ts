import { StreamableFile } from '@nestjs/common';
import type { Response } from 'express';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface Attachment {
  readonly fileName: string;
  readonly contentType: string;
  readonly data: Buffer;
}

/** A file for the browser to save, with a Japanese name (RFC 6266), kept by no cache. */
export function attachment(response: Response, { fileName, contentType, data }: Attachment): StreamableFile {
  response.setHeader('Cache-Control', 'no-store');
  return new StreamableFile(data, {
    type: contentType,
    length: data.length,
    disposition: contentDisposition(fileName),
  });
}

/** `filename` for old programs in plain ASCII, `filename*` for all others. */
export function contentDisposition(fileName: string): string {
  const ascii = fileName.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
