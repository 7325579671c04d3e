import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildDepartmentWorkbook, departmentFileName, uniqueFileNames } from '#export';
import { analyseRelease } from '#statistics';
import {
  dateInJapan,
  DETAIL_MIN_GROUP,
  fiscalYearOf,
  WITHHELD,
  type AttributeDefinition,
  type AttributeKey,
  type Release,
} from '#survey-model';
import type { ScoredFile } from './score-table.js';

export interface WorkbookOptions {
  readonly folder: string;
  readonly organisation: string;
  readonly minGroup: number;
  /** Name of the attribute that is the position, if there is one. The first attribute is the department. */
  readonly position: string | undefined;
  readonly now: Date;
}

const LABELS: Readonly<Record<string, string>> = {
  department: '組織',
  position: '職位',
  ageBand: '年齢層',
  employmentType: '任用形態',
};

/** One workbook a department, all of them or none. @returns their names */
export async function writeWorkbooks(file: ScoredFile, options: WorkbookOptions): Promise<string[]> {
  const release = releaseOf(file, options);
  const analysis = analyseRelease({ release, whole: file.whole, population: [], earlier: [] });
  const departments = release.attributes.find(({ key }) => key === 'department')?.values.map(({ key }) => key) ?? [];
  const names = uniqueFileNames(departments.map((code) => departmentFileName(release, code)));
  const generatedOn = dateInJapan(options.now);
  const staging = join(options.folder, '.nobinobi-part');
  await mkdir(staging, { recursive: true });
  try {
    for (const [at, departmentCode] of departments.entries()) {
      const workbook = await buildDepartmentWorkbook({
        release,
        analysis,
        departmentCode,
        training: null,
        generatedOn,
      });
      await writeFile(join(staging, names[at] ?? departmentCode), workbook);
    }
    for (const name of names) await rename(join(staging, name), join(options.folder, name));
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return names;
}

/** A file of answers says nothing of period and invitations: these stay empty, and the workbooks show 「—」. */
function releaseOf(file: ScoredFile, { organisation, minGroup, position, now }: WorkbookOptions): Release {
  const standardName = (name: string): string =>
    name === file.by[0] ? 'department' : name === position ? 'position' : name;
  const attributes = file.by.map((name, at): AttributeDefinition => {
    const key = standardName(name);
    const values = (file.values[at] ?? []).filter((value) => value !== WITHHELD);
    return {
      key: key as AttributeKey,
      label: LABELS[key] ?? name,
      values: values.map((value) => ({ key: value, label: value })),
    };
  });
  return {
    surveyId: 'file',
    version: 1,
    title: file.questionnaire.title,
    organisation,
    fiscalYear: fiscalYearOf(dateInJapan(now)),
    opensOn: '',
    closesOn: '',
    invited: 0,
    answered: file.rows,
    minGroup,
    detailMinGroup: Math.max(DETAIL_MIN_GROUP, minGroup),
    releasedAt: now.toISOString(),
    questionnaire: file.questionnaire,
    attributes,
    tables: [],
    scores: file.scores.map((score) => ({
      ...score,
      table: score.table.map(standardName),
      key: Object.fromEntries(Object.entries(score.key).map(([name, value]) => [standardName(name), value])),
    })),
  };
}
