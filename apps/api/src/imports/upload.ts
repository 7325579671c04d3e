import { DomainError } from '#survey-model';

export const MAX_UPLOAD_BYTES = 50 * 1024 * 1024;

/** What we use of an uploaded file. */
export interface UploadedBytes {
  readonly originalname: string;
  readonly buffer: Buffer;
}

/** @throws DomainError "file-missing" when the form has no file or an empty one */
export function requireFile(file: UploadedBytes | undefined): UploadedBytes {
  if (file && file.buffer.length > 0) return file;
  throw new DomainError(
    'invalid',
    'file-missing',
    'ファイルが選ばれていないか、空です。CSV か xlsx のファイルを選んでください。',
    'No file, or an empty one. Choose a CSV or xlsx file.',
    { field: 'file' },
  );
}

/**
 * A column mapping: an object, or a form field holding one as JSON; null when there is none.
 * @throws DomainError "mapping-malformed" when it is neither
 */
export function readMappingField(value: unknown): Record<string, string> | null {
  if (value === undefined || value === '') return null;
  const mapping = typeof value === 'string' ? parseJson(value) : value;
  if (isTextRecord(mapping)) return mapping;
  throw new DomainError(
    'invalid',
    'mapping-malformed',
    '列の対応は、文字だけの JSON オブジェクト(列名 → 見出し)で送ってください。',
    'mapping must be a JSON object from column to header, texts only.',
    { field: 'mapping' },
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function isTextRecord(value: unknown): value is Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length <= 100 &&
    entries.every(([key, text]) => key.length <= 100 && typeof text === 'string' && text.length <= 500)
  );
}
