import { expect, it } from '@jest/globals';
import { fileNameOf } from './save-file.js';

it('reads the name of a download, Japanese before its plain stand-in', () => {
  expect(fileNameOf(`attachment; filename="codes.xlsx"; filename*=UTF-8''%E3%82%B3%E3%83%BC%E3%83%89.xlsx`)).toBe(
    'コード.xlsx',
  );
  expect(fileNameOf('attachment; filename="codes.xlsx"')).toBe('codes.xlsx');
  expect(fileNameOf('attachment')).toBeNull();
  expect(fileNameOf(null)).toBeNull();
});
