import type { Release } from '#survey-model';
import { departmentPath } from './department-path.js';

/** Windows forbids these nine; their full-width forms read the same. */
const FULL_WIDTH: Readonly<Record<string, string>> = {
  '\\': '＼',
  '/': '／',
  ':': '：',
  '*': '＊',
  '?': '？',
  '"': '”',
  '<': '＜',
  '>': '＞',
  '|': '｜',
};

/** A file name may have 255 bytes on Linux; the rest is room for " (2)" and the ending. */
const MAX_STEM_BYTES = 200;

/**
 * 「2024_総務部_人事課.xlsx」: fiscal year and department labels from the top level down. Where that is too long, the upper levels are
 * left out first. Two departments may share a name: see `uniqueFileNames`.
 * @throws DomainError not-found when the release has no such department.
 */
export function departmentFileName(release: Release, departmentCode: string): string {
  const labels = departmentPath(release, departmentCode).map(
    (value) => fileNamePart(value.label) || fileNamePart(value.key) || '名称なし',
  );
  let stem = [release.fiscalYear, ...labels].join('_');
  while (labels.length > 1 && Buffer.byteLength(stem) > MAX_STEM_BYTES) {
    labels.shift();
    stem = [release.fiscalYear, ...labels].join('_');
  }
  return `${cutToBytes(stem, MAX_STEM_BYTES)}.xlsx`;
}

/** 「出席簿_2026-11-20_データ活用基礎.pdf」: parts that are no file name are made one, and the whole is cut to length. */
export function documentFileName(parts: readonly string[], ending: 'pdf' | 'xlsx'): string {
  return `${cutToBytes(parts.map(fileNamePart).filter(Boolean).join('_'), MAX_STEM_BYTES)}.${ending}`;
}

/**
 * The names in their order, later duplicates numbered: a.xlsx, a (2).xlsx. Names that differ only in case or in Unicode form count as
 * duplicates, because Windows and macOS would let one overwrite the other.
 */
export function uniqueFileNames(names: readonly string[]): string[] {
  const taken = new Set(names.map(identity));
  const seen = new Set<string>();
  return names.map((name) => {
    if (!seen.has(identity(name))) {
      seen.add(identity(name));
      return name;
    }
    let [candidate, number] = [name, 1];
    while (taken.has(identity(candidate))) candidate = numbered(name, (number += 1));
    taken.add(identity(candidate));
    return candidate;
  });
}

function identity(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function numbered(name: string, number: number): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? `${name.slice(0, dot)} (${number})${name.slice(dot)}` : `${name} (${number})`;
}

/** Without characters that Windows forbids, invisible ones, and blanks or dots at either end. */
function fileNamePart(label: string): string {
  return label
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/[\\/:*?"<>|]/g, (character) => FULL_WIDTH[character] ?? '_')
    .replaceAll(/^[\s.]+|[\s.]+$/gu, '');
}

function cutToBytes(text: string, bytes: number): string {
  let [cut, used] = ['', 0];
  for (const character of text) {
    used += Buffer.byteLength(character);
    if (used > bytes) break;
    cut += character;
  }
  return cut.replace(/[\s.]+$/u, '');
}
