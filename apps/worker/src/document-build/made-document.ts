import type { JobFileEntity } from '#database';
import type { PdfFile } from '#export';

/** A document before it is kept, and whether somebody has to look at it before it is handed out. */
export type MadeDocument = Pick<JobFileEntity, 'fileName' | 'contentType' | 'data'> & {
  readonly lacksCharacters: boolean;
};

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function xlsx(fileName: string, data: Buffer): MadeDocument {
  return { fileName, contentType: XLSX, data, lacksCharacters: false };
}

/** 「…_要確認.pdf」 where characters are missing from the fonts. */
export function pdf(fileName: string, { data, missing }: PdfFile): MadeDocument {
  const lacksCharacters = missing.length > 0;
  const name = lacksCharacters ? fileName.replace(/\.pdf$/, '_要確認.pdf') : fileName;
  return { fileName: name, contentType: 'application/pdf', data, lacksCharacters };
}
