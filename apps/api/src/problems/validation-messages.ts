import type { ProblemDetail } from '#contract';
import type { ValidationError } from 'class-validator';
import { fieldLabel } from './field-labels.js';

/** What is wrong and what to do, by the validator's name; `numbers` are the limits in its English message, in their order. */
const MESSAGES: Readonly<Record<string, (numbers: readonly string[]) => string>> = {
  isArray: () => '一覧の形で指定してください',
  arrayMinSize: ([least]) => `${least ?? 1}件以上にしてください`,
  arrayUnique: () => '同じものを2回指定しないでください',
  arrayMaxSize: ([most]) => `${most ?? ''}件までにしてください`,
  isBoolean: () => 'はい(true)かいいえ(false)で指定してください',
  isIn: () => '選べる値の中から指定してください',
  isInt: () => '整数で入力してください',
  isDay: () => '「2026-06-01」の形の、実在する日付で入力してください',
  isInstant: () => '「2026-06-01T13:30:00+09:00」の形の、実在する日時で入力してください',
  isLength: ([least, most]) =>
    most ? `${least}〜${most}文字で入力してください` : `${least}文字以上で入力してください`,
  isObject: () => '項目の集まり(JSON オブジェクト)で指定してください',
  isString: () => '文字で入力してください',
  max: ([most]) => `${most}以下にしてください`,
  maxLength: ([most]) => `${most}文字以下で入力してください`,
  min: ([least]) => `${least}以上にしてください`,
  minLength: ([least]) => `${least}文字以上で入力してください`,
  nestedValidation: () => '項目の集まりで指定してください',
  whitelistValidation: () => 'は知らない項目です。取り除いてください',
};

/** The cause before its consequences: a number that is no number is also not in any range. */
const FIRST = [
  'whitelistValidation',
  'isString',
  'isInt',
  'isArray',
  'isObject',
  'isBoolean',
  'isDay',
  'isInstant',
  'nestedValidation',
  'isIn',
];

/** One entry a wrong field, named by its path in the body; values are never repeated. */
export function validationDetails(errors: readonly ValidationError[], path = ''): ProblemDetail[] {
  return errors.flatMap((error) => {
    const field = path + error.property;
    const own = error.constraints ? [detailOf(field, error.property, error.constraints)] : [];
    return [...own, ...validationDetails(error.children ?? [], `${field}.`)];
  });
}

function detailOf(field: string, property: string, constraints: Readonly<Record<string, string>>): ProblemDetail {
  const names = Object.keys(constraints);
  const name = FIRST.find((first) => names.includes(first)) ?? names[0] ?? '';
  const en = constraints[name] ?? 'is wrong';
  const numbers = en.replace(property, '').match(/-?\d+/g) ?? [];
  const message = MESSAGES[name]?.(numbers) ?? '正しい値を入力してください';
  const separator = name === 'whitelistValidation' ? '' : ': ';
  return { field, ja: `「${fieldLabel(property)}」${separator}${message}。`, en: `${field}: ${en}` };
}
