import { describe, expect, it } from '@jest/globals';
import { suggestMapping } from './roster-mapping.js';

describe('suggestMapping', () => {
  it('finds columns whatever their width, case, spaces and brackets', () => {
    const headers = [
      'ＳＴＡＦＦ＿ＮＯ',
      '氏名(漢字)',
      '氏名（カナ）',
      '所属 コード',
      '所属名',
      '役職名',
      'E-Mail',
      '備考',
    ];
    expect(suggestMapping(headers)).toEqual({
      mapping: {
        staffNumber: 'ＳＴＡＦＦ＿ＮＯ',
        name: '氏名(漢字)',
        departmentCode: '所属 コード',
        departmentPath: '所属名',
        position: '役職名',
        email: 'E-Mail',
      },
      errors: [],
      unused: ['氏名（カナ）', '備考'],
    });
  });

  it('prefers a remembered column, where the file has it', () => {
    const headers = ['職員番号', '旧番号', '氏名', '所属コード', '所属名', '職位'];
    expect(suggestMapping(headers, { staffNumber: '旧番号', name: '本名' }).mapping).toMatchObject({
      staffNumber: '旧番号',
      name: '氏名',
    });
  });

  it('reports required fields without a column, in the header line', () => {
    const { errors } = suggestMapping(['氏名', '個人番号']);
    expect(errors.map(({ line, column }) => [line, column])).toEqual([
      [1, '職員番号'],
      [1, '所属コード'],
      [1, '所属名'],
      [1, '職位'],
    ]);
  });
});
