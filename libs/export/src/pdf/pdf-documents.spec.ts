import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { describeWith } from '../../../../test/factories/capabilities.js';
import { PdfTools } from '../../../../test/factories/pdf-tools.js';
import { buildAttendanceSheet, buildCertificate, type AttendanceReport, type CertificateReport } from '../index.js';
import { printableText } from './printable-text.js';

const certificate: CertificateReport = {
  ...{ organisation: '青葉市', sealOmitted: true, fiscalYear: 2026, number: 46 },
  ...{ name: '髙橋 﨑太郎', department: null, subject: 'DX推進員', completedOn: '2026-06-02' },
};

function sheetOf(count: number): AttendanceReport {
  const session = { date: '2026-11-20', from: '13:30', to: '16:30', lastDate: '2026-11-20' };
  return {
    ...{ organisation: '青葉市', course: 'データ活用基礎', programme: 'DX推進員', generatedOn: '2026-11-10' },
    session: { ...session, room: '大会議室', capacity: 40, cancelled: false },
    people: Array.from({ length: count }, (_, index) => ({
      ...{ staffNumber: `1${String(index).padStart(5, '0')}`, name: `職員 ${index}`, department: '総務部 人事課' },
      note: index === 2 ? '承認待ち' : '',
    })),
  };
}

const flat = (text: string): string => text.replaceAll(/\s+/g, '');

describe('text for print', () => {
  const has = (codePoint: number): boolean => codePoint !== 0x20bb7;

  it('never loses a character silently: what the face lacks becomes 〓 and is named', () => {
    expect(printableText('𠮷田 𠮷', has)).toEqual({ text: '〓田 〓', missing: ['𠮷'] });
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('山', '𠮷', 'か', '\u3099', 'a', ' '), maxLength: 30 }), (text) => {
        const { text: printed, missing } = printableText(text, has);
        expect([...printed].filter((each) => each === '〓')).toHaveLength([...text].filter((c) => c === '𠮷').length);
        expect(missing).toEqual(text.includes('𠮷') ? ['𠮷'] : []);
      }),
    );
  });

  it('keeps compatibility ideographs, which people have in their names, and puts kana together', () => {
    expect(printableText('神﨑', () => true).text).toBe('神﨑');
    expect(printableText('か\u3099', (codePoint) => codePoint !== 0x3099).text).toBe('が');
  });
});

describe('documents', () => {
  it('are the same bytes for the same input', async () => {
    expect((await buildCertificate(certificate)).data.equals((await buildCertificate(certificate)).data)).toBe(true);
    expect((await buildAttendanceSheet(sheetOf(3))).data.equals((await buildAttendanceSheet(sheetOf(3))).data)).toBe(
      true,
    );
  });

  it('name the characters that no font has', async () => {
    expect((await buildCertificate({ ...certificate, name: '𠮷田 槗本' })).missing).toEqual(['𠮷', '槗']);
    expect((await buildCertificate(certificate)).missing).toEqual([]);
  });
});

describeWith('pdftotext', 'a certificate', (path) => {
  const tools = new PdfTools(path);

  it('says who completed what, when, under which number', async () => {
    const text = flat(tools.text((await buildCertificate(certificate)).data));
    for (const part of ['修了証書', '第R8-0046号', '髙橋﨑太郎殿', '令和8年6月2日', '青葉市', '（公印省略）'])
      expect(text).toContain(part);
    expect(text).toContain('あなたは本市が実施する『DX推進員』の課程を修了したことを証します');
  });

  it('is one A4 page across, tagged, Japanese, with embedded subsets only', async () => {
    const { data } = await buildCertificate(certificate);
    const info = tools.info(data);
    expect([info.get('Pages'), info.get('Tagged'), info.get('Author')]).toEqual(['1', 'yes', '青葉市']);
    expect(info.get('Title')).toBe('修了証書 第R8-0046号');
    expect(info.get('Page size')).toMatch(/^841\.89 x 595\.28 pts \(A4\)/);
    expect(data.toString('latin1')).toContain('/Lang (ja-JP)');
    const fonts = tools.fonts(data);
    expect(fonts.map(({ name }) => name.replace(/^.*\+/, '')).sort()).toEqual([
      'BIZUDPMincho-Bold',
      'BIZUDPMincho-Regular',
    ]);
    expect(fonts.every(({ embedded, subset }) => embedded && subset)).toBe(true);
    expect(data.length).toBeLessThan(100_000);
    expect(tools.structure(data)).toMatch(/Document[\s\S]*H1[\s\S]*"修了証書"/);
  });

  it('stays one page and whole with the longest names', async () => {
    const subject = 'デジタル技術を活用した行政サービスの向上及び業務改善に関する基礎知識習得研修'.repeat(2);
    const name = '寿限無寿限無五劫の擦り切れ海砂利水魚の水行末雲来末風来末食う寝る処に住む処'.repeat(2);
    const { data } = await buildCertificate({ ...certificate, subject, name, department: '総務部 人事課' });
    expect(tools.info(data).get('Pages')).toBe('1');
    const text = flat(tools.text(data));
    expect(text).toContain(name);
    expect(text).toContain(`『${subject}』`);
  });

  it('prints 〓 and says which character somebody must write in', async () => {
    const text = flat(tools.text((await buildCertificate({ ...certificate, name: '𠮷田 花子' })).data));
    expect(text).toContain('〓田花子殿');
    expect(text).toContain('U+20BB7');
  });

  it('takes any text as title or name: markup stays text', async () => {
    const { data } = await buildCertificate({ ...certificate, organisation: 'A&B <町>', name: '<b>&amp;' });
    expect(tools.info(data).get('Author')).toBe('A＆B ＜町＞');
    expect(tools.text(data)).toContain('<b>&amp;');
  });
});

describeWith('pdftotext', 'an attendance sheet', (path) => {
  const tools = new PdfTools(path);

  it('has course, time in the era, room, capacity, and a line for everybody', async () => {
    const { data } = await buildAttendanceSheet(sheetOf(31));
    const text = flat(tools.text(data));
    for (const part of [
      'データ活用基礎(DX推進員)',
      '令和8年11月20日(金)13:30〜16:30',
      '大会議室',
      '40人(受講予定31人)',
    ])
      expect(text).toContain(part);
    for (let index = 0; index < 31; index += 1) expect(text).toContain(`職員${index}総務部人事課`);
    expect(text).toContain('職員2総務部人事課承認待ち');
  });

  it('repeats its heading, numbers its pages, and leaves empty lines', async () => {
    const { data } = await buildAttendanceSheet(sheetOf(50));
    const text = tools.text(data);
    expect(tools.info(data).get('Pages')).toBe('3');
    expect(flat(text).match(/職員番号/g)).toHaveLength(3);
    expect(flat(text)).toContain('3/3ページ');
    expect(text).toMatch(/\n\s*55\s*\n/);
    expect(tools.structure(data).match(/TH\b/g)).toHaveLength(6);
    expect(tools.structure(data).match(/TR\b/g)).toHaveLength(51);
    expect(tools.info(data).get('Page size')).toMatch(/^595\.28 x 841\.89/);
    expect(tools.fonts(data).every(({ embedded }) => embedded)).toBe(true);
  });

  it('of nobody is still a page to sign', async () => {
    const { data } = await buildAttendanceSheet(sheetOf(0));
    expect(tools.info(data).get('Pages')).toBe('1');
  });
});
