import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import { JobRepository, TrainingDocumentRepository, type JobFileEntity } from '#database';
import { buildCertificate, buildTrainingPlanWorkbook, certificateNumber, documentFileName } from '#export';
import type { DocumentPayload } from '#queue';
import { DomainError, dateInJapan, fiscalYearOf } from '#survey-model';
import { DataSource, type EntityManager } from 'typeorm';
import type { JobHandler, JobRun } from '../queue/job-handler.js';
import { CLOCK } from '../tokens.js';
import { certifiedDay } from './certified-day.js';
import { DocumentSource } from './document-source.service.js';
import { pdf, xlsx, type MadeDocument } from './made-document.js';
import { attendanceSheet, completionList } from './session-documents.js';

const KEPT_MS = 24 * 3600 * 1000;
const LACKS_CHARACTERS = '書体にない文字を「〓」で印字しました。確かめてから使ってください';

/** Certificates, attendance sheets, lists and the plan's workbook, for downloading within a day. */
@Injectable()
export class DocumentBuildProcessor implements JobHandler<'document.build'> {
  readonly job = 'document.build';

  constructor(
    private readonly main: DataSource,
    private readonly jobs: JobRepository,
    private readonly source: DocumentSource,
    private readonly documents: TrainingDocumentRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError "session-unknown"; "completion-unknown" */
  async handle(payload: DocumentPayload, run: JobRun): Promise<void> {
    await run.progress(0, 1, '書類を作成しています');
    // A certificate's number is taken in the transaction that keeps the certificate: none is lost to a failure.
    await this.main.transaction(async (manager) => {
      const { lacksCharacters, ...made } = await this.make(payload, manager);
      if (lacksCharacters) await run.progress(0, 1, LACKS_CHARACTERS);
      const expiresAt = new Date(this.clock().getTime() + KEPT_MS);
      const file: JobFileEntity = { ...made, jobId: run.jobId, expiresAt };
      await this.jobs.saveFile(manager, file);
      await run.finish(manager);
    });
  }

  private async make(
    { kind, subject = '', staffNumber = '' }: DocumentPayload,
    manager: EntityManager,
  ): Promise<MadeDocument> {
    const today = dateInJapan(this.clock());
    if (kind === 'certificate') return this.certificate(subject, staffNumber, manager);
    if (kind === 'attendance-sheet') return attendanceSheet(await this.source.session(subject), today);
    if (kind === 'completion-list') return completionList(await this.source.session(subject), today);
    const data = await buildTrainingPlanWorkbook(await this.source.plan(today));
    return xlsx(documentFileName(['DX推進研修計画', today], 'xlsx'), data);
  }

  /** 所属 is left out: it changes, and a certificate reads the same whenever it is printed. */
  private async certificate(subject: string, staffNumber: string, manager: EntityManager): Promise<MadeDocument> {
    const completed = await this.documents.findCompleted(subject, staffNumber);
    if (!completed) throw unknownCompletion();
    const completedOn = certifiedDay(completed.days, completed.counting);
    const fiscalYear = fiscalYearOf(completedOn);
    const issue = { fiscalYear, staffNumber, subject, completedOn, issuedAt: this.clock() };
    const number = await this.documents.takeCertificateNumber(manager, issue);
    const made = await buildCertificate({
      ...{ organisation: await this.source.organisation(), sealOmitted: true, fiscalYear, number, completedOn },
      ...{ name: completed.staffName, department: null, subject: completed.name },
    });
    return pdf(documentFileName(['修了証書', certificateNumber(fiscalYear, number)], 'pdf'), made);
  }
}

function unknownCompletion(): DomainError {
  return new DomainError(
    'not-found',
    'completion-unknown',
    'この職員がこの研修を修了した記録がないため、修了証書を作成できません。修了の記録を確かめてください。',
    'There is no record that this person completed this training, so no certificate can be made. Check the record of completions.',
  );
}
