import { DomainError } from '#survey-model';
import { walkXml } from './xml-events.js';

export interface Sheet {
  readonly name: string;
  /** Path of its part in the archive, such as "xl/worksheets/sheet1.xml". */
  readonly path: string;
  readonly visible: boolean;
}

/** Worksheets in the order of their tabs (chart sheets left out), and whether dates count from 1904. */
export function sheetsOf(workbookXml: string, relationsXml: string): { sheets: Sheet[]; date1904: boolean } {
  const targets = new Map<string, string>();
  walkXml(relationsXml, {
    open: (name, { Id = '', Target = '', Type = '' }) => {
      if (name === 'Relationship' && Type.endsWith('/worksheet')) targets.set(Id, partPath(Target));
    },
  });
  const sheets: Sheet[] = [];
  let date1904 = false;
  walkXml(workbookXml, {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      const path = name === 'sheet' ? targets.get(attributes['r:id'] ?? relationId(attributes)) : undefined;
      if (path !== undefined)
        sheets.push({
          name: attributes['name'] ?? '',
          path,
          visible: (attributes['state'] ?? 'visible') === 'visible',
        });
    },
  });
  return { sheets, date1904 };
}

/** The sheet of that name, or the first visible one. @throws DomainError listing the sheets there are. */
export function chooseSheet(sheets: readonly Sheet[], name: string | undefined, fileName?: string): Sheet {
  const chosen =
    name === undefined
      ? (sheets.find(({ visible }) => visible) ?? sheets[0])
      : sheets.find((sheet) => sheet.name === name);
  if (chosen) return chosen;
  const names = sheets.map((sheet) => sheet.name).join(', ');
  throw new DomainError(
    'invalid',
    'unknown-sheet',
    name === undefined ? 'ブックにシートがありません。' : `シート「${name}」がありません。あるシート: ${names}`,
    name === undefined ? 'The workbook has no worksheet.' : `There is no sheet "${name}". Sheets: ${names}`,
    fileName === undefined ? {} : { file: fileName },
  );
}

/** The relationships namespace may have another prefix than "r". */
function relationId(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}

function partPath(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}
