import { expect, it } from '@jest/globals';
import { letterFor, unknownFields } from './letter-text.js';

it('puts the person’s own into the letter, wherever it is asked for', () => {
  const person = { name: '山田 花子', department: '総務部 人事課' };
  expect(letterFor('{所属} {氏名} 様\n{氏名}さんへ', person)).toBe('総務部 人事課 山田 花子 様\n山田 花子さんへ');
});

it('finds words in braces that would go out as they are', () => {
  expect(unknownFields('{氏名} {職員番号} {氏 名} {職員番号}')).toEqual(['{職員番号}', '{氏 名}']);
});
