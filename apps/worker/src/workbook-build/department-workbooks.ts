import {
  buildDepartmentWorkbook,
  departmentFileName,
  departmentTraining,
  topDepartment,
  uniqueFileNames,
  zipFiles,
  type SectionSource,
  type ZipEntry,
} from '#export';
import { DomainError, type Programme, type ProgrammeProgress, type Release, type ReleaseAnalysis } from '#survey-model';

export interface WorkbookSource {
  readonly release: Release;
  /** null for releases that were made without one. */
  readonly analysis: ReleaseAnalysis | null;
  readonly programmes: readonly Programme[];
  readonly progress: readonly ProgrammeProgress[];
  /** Sections (課) of today. */
  readonly sections: SectionSource;
  /** "YYYY-MM-DD". */
  readonly generatedOn: string;
}

/** One department's xlsx. @throws DomainError "department-not-in-release" */
export function buildWorkbook(source: WorkbookSource, departmentCode: string): Promise<Buffer> {
  const { release, analysis, programmes, progress, sections, generatedOn } = source;
  const training =
    progress.length > 0
      ? departmentTraining(programmes, progress, topDepartment(release, departmentCode), sections)
      : null;
  return buildDepartmentWorkbook({ release, analysis, departmentCode, training, generatedOn });
}

/**
 * The workbooks of every department of the survey's snapshot, in its order, in one zip.
 * @throws DomainError "no-departments" when the survey does not ask for the department
 */
export async function zipWorkbooks(
  source: WorkbookSource,
  onProgress: (done: number, total: number) => Promise<void>,
): Promise<Buffer> {
  const departments = source.release.attributes.find(({ key }) => key === 'department')?.values ?? [];
  if (departments.length === 0) throw noDepartments();
  const names = uniqueFileNames(departments.map(({ key }) => departmentFileName(source.release, key)));
  async function* entries(): AsyncGenerator<ZipEntry> {
    for (const [index, { key }] of departments.entries()) {
      await onProgress(index, departments.length);
      yield { name: names[index] ?? `${key}.xlsx`, data: await buildWorkbook(source, key) };
    }
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipFiles(entries())) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function noDepartments(): DomainError {
  return new DomainError(
    'invalid',
    'no-departments',
    'この調査には組織の属性がないため、組織別の報告書を作成できません。',
    'The survey has no department attribute, so there are no department reports.',
  );
}
