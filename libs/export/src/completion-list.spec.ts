import { describe, expect, it } from '@jest/globals';
import { openWorkbook } from '../../../test/factories/read-workbook.js';
import { buildCompletionList, type CompletionLine } from './index.js';

const session = { date: '2026-11-20', from: '13:30', to: '16:30', lastDate: '2026-11-21', cancelled: false };
const line = (staffNumber: string, rest: Partial<CompletionLine>): CompletionLine => ({
  ...{ staffNumber, name: '青葉 太郎', department: '総務部 人事課' },
  ...{ attendance: null, mark: null, completed: null, completedOn: null, ...rest },
});

describe('buildCompletionList', () => {
  it('lists who came, with what mark, and who completed it when; nothing becomes a formula', async () => {
    const people = [
      line('000123', { attendance: 'attended', mark: 85, completed: true, completedOn: '2026-11-20' }),
      line('000124', { attendance: 'absent', completed: false, name: '=1+1' }),
      line('000125', {}),
    ];
    const opened = await openWorkbook(
      await buildCompletionList({
        ...{ organisation: '青葉市', date: '2026-11-21', course: 'データ活用基礎', people },
        session: { ...session, room: '大会議室', capacity: 40 },
      }),
    );
    expect(opened.rows('出席・修了者一覧').slice(1)).toEqual([
      [
        'データ活用基礎 令和8年11月20日(金) 13:30〜令和8年11月21日(土) 16:30 大会議室(受講者3人、出席1人、修了1人)',
        ...['', '', '', '', '', ''],
      ],
      ['職員番号', '氏名', '所属', '出欠', '点数', '修了', '修了日'],
      ['000123', '青葉 太郎', '総務部 人事課', '出席', '85', '修了', '令和8年11月20日'],
      ['000124', '=1+1', '総務部 人事課', '欠席', '', '未修了', ''],
      ['000125', '青葉 太郎', '総務部 人事課', '未記録', '', '未記録', ''],
    ]);
    for (const xml of Object.values(opened.parts)) expect(xml).not.toMatch(/<f[ >]/);
    expect(opened.workbook.worksheets[0]?.pageSetup.orientation).toBe('landscape');
  });
});
