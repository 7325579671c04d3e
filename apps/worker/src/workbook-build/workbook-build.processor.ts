import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import {
  JobRepository,
  ReleaseRepository,
  TrainingDocumentRepository,
  TrainingRepository,
  type JobFileEntity,
} from '#database';
import { departmentFileName } from '#export';
import type { WorkbookPayload } from '#queue';
import { DomainError, dateInJapan, type Release } from '#survey-model';
import { DataSource } from 'typeorm';
import type { JobHandler, JobRun } from '../queue/job-handler.js';
import { CLOCK } from '../tokens.js';
import { buildWorkbook, zipWorkbooks, type WorkbookSource } from './department-workbooks.js';

const KEPT_MS = 24 * 3600 * 1000;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The Excel report of one department, or of all of them in one zip, for downloading within a day. */
@Injectable()
export class WorkbookBuildProcessor implements JobHandler<'workbook.build'> {
  readonly job = 'workbook.build';

  constructor(
    private readonly main: DataSource,
    private readonly jobs: JobRepository,
    private readonly releases: ReleaseRepository,
    private readonly training: TrainingRepository,
    private readonly documents: TrainingDocumentRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError "survey-not-released"; "department-not-in-release" */
  async handle({ surveyId, departmentCode }: WorkbookPayload, run: JobRun): Promise<void> {
    const release = await this.releases.findLatest(surveyId);
    if (!release) throw notReleased(surveyId);
    const source = await this.sourceOf(release);
    const made = departmentCode ? await oneWorkbook(source, departmentCode) : await allWorkbooks(source, run);
    const file: JobFileEntity = { ...made, jobId: run.jobId, expiresAt: new Date(this.clock().getTime() + KEPT_MS) };
    await this.main.transaction(async (manager) => {
      await this.jobs.saveFile(manager, file);
      await run.finish(manager);
    });
  }

  private async sourceOf(release: Release): Promise<WorkbookSource> {
    const analysis = await this.releases.findAnalysis(release.surveyId);
    const programmes = await this.training.loadProgrammes();
    const progress = (await this.training.loadProgress()).map((row) => row.progress);
    const details = (await this.documents.loadStandings()).flatMap(({ detail }) => detail ?? []);
    const names = await this.documents.loadDepartmentNames();
    const sections = { details, nameOf: (code: string) => names.get(code) ?? code };
    return { release, analysis, programmes, progress, sections, generatedOn: dateInJapan(this.clock()) };
  }
}

type MadeFile = Pick<JobFileEntity, 'fileName' | 'contentType' | 'data'>;

async function oneWorkbook(source: WorkbookSource, departmentCode: string): Promise<MadeFile> {
  const fileName = departmentFileName(source.release, departmentCode);
  return { fileName, contentType: XLSX, data: await buildWorkbook(source, departmentCode) };
}

async function allWorkbooks(source: WorkbookSource, run: JobRun): Promise<MadeFile> {
  const data = await zipWorkbooks(source, (done, total) =>
    run.progress(done, total, `組織別の報告書を作成しています(${done}/${total})`),
  );
  return { fileName: `${source.release.fiscalYear}_組織別報告書.zip`, contentType: 'application/zip', data };
}

function notReleased(surveyId: string): DomainError {
  return new DomainError(
    'not-found',
    'survey-not-released',
    `調査 ${surveyId} の結果はまだ公表されていません。締め切って集計が終わってから作成してください。`,
    `The results of survey ${surveyId} have not been released. Close the survey and wait for the tally.`,
  );
}
