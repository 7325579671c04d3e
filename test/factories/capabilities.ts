import { describe } from '@jest/globals';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Programs that npm cannot bring. Tests that need one skip where it is absent and say so; under NOBINOBI_NO_SKIP they fail instead. */
const PROGRAMS = {
  chromium: { commands: ['chromium', 'chromium-browser', 'google-chrome'], why: 'Chromium is not installed' },
  libreOffice: { commands: ['soffice', 'libreoffice'], why: 'LibreOffice is not installed' },
  pdftotext: { commands: ['pdftotext'], why: 'poppler (pdftotext, pdfinfo, pdffonts) is not installed' },
  redis: { commands: ['redis-server', 'valkey-server'], why: 'no redis-server is installed' },
} as const;

export type Program = keyof typeof PROGRAMS;

/** Full path of an installed program, or null. */
export function findProgram(program: Program): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  for (const command of PROGRAMS[program].commands) {
    for (const folder of folders) if (isExecutable(join(folder, command))) return join(folder, command);
  }
  return null;
}

/** A describe block that needs a program; `body` gets its path. */
export function describeWith(program: Program, name: string, body: (path: string) => void): void {
  const path = findProgram(program);
  if (path !== null) return void describe(name, () => body(path));
  if (process.env['NOBINOBI_NO_SKIP'])
    throw new Error(`${name}: ${PROGRAMS[program].why}, and NOBINOBI_NO_SKIP is set`);
  console.warn(`SKIPPED: ${name}: ${PROGRAMS[program].why}`);
  describe.skip(name, () => body(''));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
