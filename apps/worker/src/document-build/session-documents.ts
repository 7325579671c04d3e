import { buildAttendanceSheet, buildCompletionList, documentFileName, type PdfFile, type SessionFacts } from '#export';
import type { SessionSource } from './document-source.service.js';
import { pdf, xlsx, type MadeDocument } from './made-document.js';

/** 出席簿. */
export async function attendanceSheet(source: SessionSource, generatedOn: string): Promise<MadeDocument> {
  const { organisation, session } = source;
  const people = source.people.map(({ staffNumber, name, department, approval }) => ({
    ...{ staffNumber, name, department, note: approval === 'pending' ? '承認待ち' : '' },
  }));
  const { course, programme } = session;
  const facts = sessionFacts(source);
  const made: PdfFile = await buildAttendanceSheet({
    ...{ organisation, course, programme, session: facts, people, generatedOn },
  });
  return pdf(documentFileName(['出席簿', session.date, course], 'pdf'), made);
}

/** 出席・修了者一覧. */
export async function completionList(source: SessionSource, generatedOn: string): Promise<MadeDocument> {
  const { organisation, session, people } = source;
  const data = await buildCompletionList({
    ...{ organisation, date: generatedOn, course: session.course, session: sessionFacts(source), people },
  });
  return xlsx(documentFileName(['出席・修了者一覧', session.date, session.course], 'xlsx'), data);
}

function sessionFacts({ session }: SessionSource): SessionFacts {
  return { ...session, cancelled: session.state === 'cancelled' };
}
