/**
 * What のぞみ市 changes on 1 April 2026. Each line: old unit > what takes it over (several for a split, nothing for a unit that is closed);
 * with "=" the unit keeps its code and only its name changes. Teams follow their section; a split section divides each of its teams.
 */
const PLAN = `
総務部/情報政策課 > DX推進部/情報システム課
企画部/デジタル戦略課 > DX推進部/DX推進課
市民部/人権男女共同参画課 = 市民部/ダイバーシティ推進課
福祉部/介護保険課 > 福祉部/介護認定課, 福祉部/介護給付課
福祉部/臨時給付金室 >
経済部 > 産業部
経済部/商工労政課 > 産業部/商工労政課
経済部/観光課 > 産業部/観光ブランド課
経済部/地域ブランド課 > 産業部/観光ブランド課
経済部/企業立地推進課 > 産業部/企業立地推進課
経済部/卸売市場管理課 > 産業部/卸売市場管理課
経済部/雇用対策室 > 産業部/商工労政課
農林水産部 > 産業部
農林水産部/農業政策課 > 産業部/農業政策課
農林水産部/農地林務課 > 産業部/農地林務課
農林水産部/水産振興課 > 産業部/水産振興課
農林水産部/畜産振興室 > 産業部/畜産振興室
`;

/** Two sections that keep their codes but exchange most of their members: not what they were (比較不可). */
export const EXCHANGING = ['福祉部/障がい福祉課', '福祉部/高齢者支援課'] as const;

/** New bureaus, with the first two digits of their codes and the bureau after which they are listed. */
export const NEW_BUREAUS = [
  { name: 'DX推進部', digits: '24', after: '企画部' },
  { name: '産業部', digits: '25', after: '保健部' },
] as const;

export interface ReorganisationPlan {
  /** Old path -> new paths, of units that change their code or are closed. */
  readonly moves: ReadonlyMap<string, readonly string[]>;
  /** Old path -> new path, of units that keep their code. */
  readonly renamed: ReadonlyMap<string, string>;
}

export function reorganisationPlan(): ReorganisationPlan {
  const lines = PLAN.trim().split('\n');
  const sides = (mark: string): [string, string][] =>
    lines
      .map((line) => line.split(mark).map((side) => side.trim()))
      .flatMap(([old, after]) => (old !== undefined && after !== undefined ? [[old, after] as [string, string]] : []));
  return {
    moves: new Map(sides('>').map(([old, after]) => [old, after === '' ? [] : after.split(', ')])),
    renamed: new Map(sides('=')),
  };
}
