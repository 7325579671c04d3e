import { fiscalYearShort, japaneseDate } from '#survey-model';
import { PdfDraft, type Box, type PdfFile } from './pdf-draft.js';
import { codePointName } from './printable-text.js';

export interface CertificateReport {
  readonly organisation: string;
  /** 公印省略, printed below the organisation's name; without it there is room for the seal. */
  readonly sealOmitted: boolean;
  readonly fiscalYear: number;
  /** Running number within the fiscal year. */
  readonly number: number;
  readonly name: string;
  /** 所属, or null to leave it out. */
  readonly department: string | null;
  /** The programme or course that was completed. */
  readonly subject: string;
  /** "YYYY-MM-DD": the certificate's date, so that it reads the same however often it is printed. */
  readonly completedOn: string;
}

/** 第R8-0046号. */
export function certificateNumber(fiscalYear: number, number: number): string {
  return `第${fiscalYearShort(fiscalYear)}-${String(number).padStart(4, '0')}号`;
}

const BORDER = '#7a6420';
const NAME_SIZES = [30, 27, 24, 21, 18, 15];
const SIDE = 110;

/** 修了証書: one A4 page across. Long names and titles get smaller, then wrap. */
export function buildCertificate(report: CertificateReport): Promise<PdfFile> {
  const number = certificateNumber(report.fiscalYear, report.number);
  const draft = new PdfDraft({
    title: `修了証書 ${number}`,
    organisation: report.organisation,
    date: report.completedOn,
    orientation: 'landscape',
  });
  drawFrame(draft);
  const inner: Box = { x: SIDE, y: 0, width: draft.page.width - 2 * SIDE };
  const muted = { face: 'mincho', size: 12 } as const;
  draft.put('P', number, { x: SIDE, y: 68, width: inner.width }, { ...muted, align: 'right' });
  // The spacing also follows the last character: the box is moved by half of it so that the title stands in the middle.
  const title = { face: 'mincho-bold', size: 42, characterSpacing: 26, align: 'center' } as const;
  draft.put('H1', '修了証書', { ...inner, x: SIDE + 13, y: 92 }, title);
  putName(draft, inner, report);
  putBody(draft, inner, report);
  putSignature(draft, inner, report);
  putMissing(draft);
  return draft.finish();
}

/** A thick line, a thin one inside, and a small square in each corner. */
function drawFrame(draft: PdfDraft): void {
  const { width, height } = draft.page;
  draft.artifact((doc) => {
    doc
      .lineWidth(3)
      .rect(30, 30, width - 60, height - 60)
      .stroke(BORDER);
    doc
      .lineWidth(0.8)
      .rect(37, 37, width - 74, height - 74)
      .stroke(BORDER);
    for (const x of [43, width - 53])
      for (const y of [43, height - 53]) doc.lineWidth(0.8).rect(x, y, 10, 10).stroke(BORDER);
  });
}

function putName(draft: PdfDraft, inner: Box, { name, department }: CertificateReport): void {
  const type = { face: 'mincho', size: 30, align: 'center' } as const;
  if (department) {
    const size = draft.fittingSize(department, inner.width, type, [14, 12, 10]);
    draft.put('P', department, { ...inner, y: 176 }, { ...type, size });
  }
  const text = `${name} 殿`;
  const size = draft.fittingSize(text, inner.width, type, NAME_SIZES);
  const height = draft.heightOf(text, inner.width, { ...type, size });
  draft.put('P', text, { ...inner, y: 226 - height / 2 }, { ...type, size });
  draft.artifact((doc) => {
    const y = 226 + height / 2 + 6;
    doc
      .lineWidth(0.6)
      .moveTo(inner.x, y)
      .lineTo(inner.x + inner.width, y)
      .stroke(BORDER);
  });
}

function putBody(draft: PdfDraft, inner: Box, { organisation, subject }: CertificateReport): void {
  const lines = `あなたは${selfName(organisation)}が実施する『${subject}』の課程を修了したことを証します`;
  const type = { face: 'mincho', size: 19, lineGap: 13, align: 'left' } as const;
  const box = { x: inner.x + 20, width: inner.width - 40 };
  const size = draft.fittingSize(lines, box.width, type, [19, 17, 15, 13, 11], 3);
  const height = draft.heightOf(lines, box.width, { ...type, size });
  const oneLine = height < size * 2;
  draft.put('P', lines, { ...box, y: 336 - height / 2 }, { ...type, size, align: oneLine ? 'center' : 'left' });
}

function putSignature(
  draft: PdfDraft,
  inner: Box,
  { organisation, completedOn, sealOmitted }: CertificateReport,
): void {
  draft.put('P', japaneseDate(completedOn), { x: inner.x + 20, y: 428, width: 300 }, { face: 'mincho', size: 16 });
  const type = { face: 'mincho', size: 26, align: 'right' } as const;
  // A seal stands to the right of the name and a little over it.
  const box = { ...inner, y: 462, width: inner.width - (sealOmitted ? 0 : 60) };
  const size = draft.fittingSize(organisation, box.width, type, [26, 22, 18, 15, 12]);
  draft.put('P', organisation, box, { ...type, size });
  if (sealOmitted) {
    const under = { ...box, y: box.y + 40 };
    draft.put('P', '（公印省略）', under, { face: 'mincho', size: 11, align: 'right' });
  }
}

/** 本市 of a city, as public bodies call themselves; 当団体 of anybody else. */
function selfName(organisation: string): string {
  const kind = /[都道府県市区町村]$/u.exec(organisation.trim())?.[0];
  return kind ? `本${kind}` : '当団体';
}

/** Outside the frame, for whoever prints it: nothing was left out silently. */
function putMissing(draft: PdfDraft): void {
  const missing = draft.missing();
  if (missing.length === 0) return;
  const text = `「〓」は書体にない文字（${missing.map(codePointName).join('、')}）です。手書きなどで補ってからお渡しください。`;
  const box = { x: 40, y: draft.page.height - 22, width: draft.page.width - 80 };
  draft.put('Note', text, box, { face: 'gothic', size: 8, align: 'center', colour: '#7c3a0a' });
}
