import iconv from 'iconv-lite';
import type { HttpSession } from './http-session.js';

interface ImportState {
  readonly id: string;
  readonly state: string;
  readonly report: { readonly errorCount: number; readonly validRows: number } | null;
}

export interface DemoFile {
  readonly kind: 'roster' | 'completions' | 'successions';
  readonly name: string;
  readonly csv: string;
}

/** As HR does on the page: upload, read the dry run, apply. CP932, because that is what roster systems write. */
export async function importDemoFile(
  hr: HttpSession,
  { kind, name, csv }: DemoFile,
  say: (line: string) => void,
): Promise<void> {
  const uploaded = await hr.upload<ImportState>(
    `/api/imports?kind=${kind}`,
    name,
    new Uint8Array(iconv.encode(csv, 'cp932')),
  );
  const checked = await hr.until<ImportState>(`/api/imports/${uploaded.id}`, ({ state }) => state !== 'waiting');
  if (checked.state !== 'checked' || checked.report?.errorCount !== 0) {
    throw new Error(`demo file ${name}: ${JSON.stringify(checked).slice(0, 2000)}`);
  }
  await hr.post(`/api/imports/${uploaded.id}/apply`, { acceptValid: false });
  await hr.until<ImportState>(`/api/imports/${uploaded.id}`, ({ state }) => state === 'applied');
  say(`  ${name}: ${checked.report.validRows} 行を取り込みました。`);
}
