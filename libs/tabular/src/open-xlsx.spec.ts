import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { readTable } from './open-table.js';

async function workbookOf(fill: (workbook: ExcelJS.Workbook) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** A workbook of one sheet from bare XML, for what ExcelJS does not write. */
function rawWorkbook(sheetData: string, sharedStrings = ''): Buffer {
  const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts = {
    'xl/workbook.xml': `<workbook xmlns:rel="${relationships}"><sheets><sheet name="名簿" sheetId="1" rel:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${relationships}/worksheet" Target="/xl/worksheets/s.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst>${sharedStrings}</sst>`,
    'xl/worksheets/s.xml': `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))));
}

const cellsOf = async (bytes: Buffer): Promise<readonly (readonly string[])[]> =>
  (await readTable(bytes)).rows.map(({ cells }) => cells);

describe('openTable: xlsx', () => {
  it('turns every kind of cell into text', async () => {
    const bytes = await workbookOf((workbook) => {
      const sheet = workbook.addWorksheet('名簿');
      sheet.addRow(['番号', '氏名', '採用', '数', '式', '真偽', '桁', '時刻', 'リンク']);
      sheet.addRow([
        '00123',
        { richText: [{ text: '青木' }, { text: ' 花子', font: { bold: true } }] },
        new Date(Date.UTC(2024, 3, 1)),
        0.1 + 0.2,
        { formula: '1+1', result: 2 },
        true,
        42,
        new Date(Date.UTC(2024, 3, 1, 9, 30)),
        { text: 'mail', hyperlink: 'mailto:a@example.jp' },
      ]);
      sheet.getCell('C2').numFmt = '[$-411]ggge"年"m"月"d"日"';
      sheet.getCell('G2').numFmt = '000000';
      sheet.getCell('H2').numFmt = 'yyyy/mm/dd hh:mm';
    });
    expect(await cellsOf(bytes)).toEqual([
      ['00123', '青木 花子', '2024-04-01', '0.3', '2', 'TRUE', '000042', '2024-04-01 09:30:00', 'mail'],
    ]);
  });

  it('does not take number formats with coloured or quoted letters for dates', async () => {
    const bytes = await workbookOf((workbook) => {
      const sheet = workbook.addWorksheet('a');
      sheet.addRow(['a', 'b', 'c']);
      sheet.addRow([45000, 45000, 45000]);
      sheet.getCell('A2').numFmt = '[Red]#,##0';
      sheet.getCell('B2').numFmt = '0"days"';
      sheet.getCell('C2').numFmt = '0.00E+00';
    });
    expect(await cellsOf(bytes)).toEqual([['45000', '45000', '45000']]);
  });

  it('keeps row numbers across blank rows and takes the first visible or the named sheet', async () => {
    const bytes = await workbookOf((workbook) => {
      workbook.addWorksheet('隠し', { state: 'hidden' }).addRow(['x']);
      const sheet = workbook.addWorksheet('名簿');
      sheet.getCell('A3').value = '番号';
      sheet.getCell('B6').value = ' ';
      sheet.getCell('A8').value = 7;
      workbook.addWorksheet('組織').addRow(['コード']);
    });
    const table = await readTable(bytes);
    expect(table).toMatchObject({
      headers: ['番号'],
      headerLine: 3,
      encoding: 'xlsx',
      rows: [{ line: 8, cells: ['7'] }],
    });
    expect((await readTable(bytes, { sheet: '組織' })).headers).toEqual(['コード']);
    await expect(readTable(bytes, { sheet: '無い' })).rejects.toMatchObject({
      code: 'unknown-sheet',
      ja: expect.stringContaining('名簿, 組織'),
    });
  });

  it('leaves out the reading aids that Japanese Excel stores with typed text', async () => {
    const strings =
      '<si><t>所属</t><rPh sb="0" eb="2"><t>ショゾク</t></rPh><phoneticPr fontId="1"/></si>' +
      '<si><r><t>人事</t></r><r><t xml:space="preserve">課 </t></r><rPh sb="0" eb="2"><t>ジンジ</t></rPh></si>';
    const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row>';
    const table = await readTable(rawWorkbook(rows, strings));
    expect([table.headers, table.rows]).toEqual([['所属'], [{ line: 2, cells: ['人事課'] }]]);
  });

  it('reads cells without references, inline text with runs, ISO dates, errors and escaped characters', async () => {
    const rows =
      '<row><c t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><t>b</t></is></c><c t="str"><v>c</v></c><c t="str"><v>d</v></c></row>' +
      '<row><c t="inlineStr"><is><r><t>x</t></r><r><t>y</t></r></is></c><c t="d"><v>2024-04-01T00:00:00</v></c>' +
      '<c t="e"><v>#N/A</v></c><c t="str"><v>1_x000D_\n2 &amp; 3</v></c></row>';
    expect(await cellsOf(rawWorkbook(rows))).toEqual([['xy', '2024-04-01', '#N/A', '1\n2 & 3']]);
  });

  it('counts days as Excel does around its 29 February 1900, and from 1904', async () => {
    const sheet = (dates: Date[]) => (workbook: ExcelJS.Workbook) => {
      workbook.addWorksheet('a').addRows([['d'], ...dates.map((date) => [date])]);
    };
    const dates = ['1926-12-25', '1989-01-08', '2024-02-29', '2038-01-19'];
    const bytes = await workbookOf(sheet(dates.map((date) => new Date(`${date}T00:00:00Z`))));
    expect(await cellsOf(bytes)).toEqual(dates.map((date) => [date]));
    const from1904 = await workbookOf((workbook) => {
      workbook.properties.date1904 = true;
      sheet([new Date('2024-02-29T00:00:00Z')])(workbook);
    });
    expect(await cellsOf(from1904)).toEqual([['2024-02-29']]);
  });

  it('names the cell of a formula without a result', async () => {
    const rows = '<row r="1"><c r="A1" t="str"><v>a</v></c></row><row r="2"><c r="AB2"><f>1+1</f></c></row>';
    await expect(readTable(rawWorkbook(rows))).rejects.toMatchObject({
      code: 'uncalculated-formula',
      place: { line: 2, column: 'AB' },
    });
  });

  it('refuses broken XML and forged references', async () => {
    await expect(readTable(rawWorkbook('<row><c></row>'))).rejects.toMatchObject({ code: 'damaged-workbook' });
    await expect(readTable(rawWorkbook('<row><c r="ZZZZZZ1"><v>1</v></c></row>'))).rejects.toMatchObject({
      code: 'damaged-workbook',
    });
    await expect(readTable(Buffer.from(zipSync({ 'word/document.xml': strToU8('<a/>') })))).rejects.toMatchObject({
      code: 'not-a-spreadsheet',
    });
  });
});
