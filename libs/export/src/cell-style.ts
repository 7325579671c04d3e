import type { Band } from '#survey-model';
import type ExcelJS from 'exceljs';

export const FONT = 'Yu Gothic';
/** Latin letters and digits that cannot be mistaken for one another, for codes that people type. */
export const CODE_FONT = 'Consolas';

/** Every text colour has a contrast of at least 4.5:1 on every fill it is used with (WCAG AA). */
const COLOUR = {
  ink: 'FF1F2A37',
  muted: 'FF4B5563',
  title: 'FF1F3F66',
  rule: 'FFC3CBD5',
  header: 'FFE3EAF2',
  group: 'FFF3F6FA',
  hidden: 'FFF3F4F6',
  notice: 'FFFFF7E0',
  high: { text: 'FF1E3A6D', fill: 'FFDCE9F7' },
  middle: { text: 'FF1F2A37', fill: null },
  low: { text: 'FF7C3A0A', fill: 'FFFCE8D5' },
} as const;

export type Format =
  'count' | 'whole' | 'tenth' | 'mean' | 'difference' | 'percent' | 'share' | 'text' | 'literal' | Band;

const NUMBER_FORMAT: Readonly<Record<Format, string>> = {
  count: '#,##0',
  whole: '0',
  tenth: '#,##0.0',
  mean: '0.00',
  difference: '+0.00;-0.00;0.00',
  percent: '0.0%',
  share: '0%',
  text: 'General',
  literal: '@',
  high: '"▲ "0.00',
  middle: '"● "0.00',
  low: '"▼ "0.00',
};

export const BAND_SYMBOL: Readonly<Record<Band, string>> = { high: '▲', middle: '●', low: '▼' };

export interface Look {
  readonly format?: Format;
  readonly align?: 'left' | 'center' | 'right';
  readonly tone?: 'plain' | 'title' | 'muted' | 'header' | 'group' | 'hidden' | 'notice' | Band;
  readonly bold?: boolean;
  readonly size?: number;
  readonly font?: string;
  readonly indent?: number;
  /** No border: titles and notes. */
  readonly bare?: boolean;
}

const cache = new Map<string, Partial<ExcelJS.Style>>();

/** The ExcelJS style of a look. Equal looks share one object, which spares ExcelJS from comparing thousands of equal styles. */
export function styleOf(look: Look): Partial<ExcelJS.Style> {
  const key = JSON.stringify(look);
  const known = cache.get(key);
  if (known) return known;
  const style = newStyle(look);
  cache.set(key, style);
  return style;
}

function newStyle(look: Look): Partial<ExcelJS.Style> {
  const { format = 'text', align = 'left', tone = 'plain', bold = tone === 'header', size = 10, indent = 0 } = look;
  const { text, fill } = colours(tone);
  const edge: Partial<ExcelJS.Border> = { style: 'thin', color: { argb: COLOUR.rule } };
  return {
    numFmt: NUMBER_FORMAT[format],
    font: { name: look.font ?? FONT, size, bold, color: { argb: text } },
    alignment: { horizontal: align, vertical: 'middle', wrapText: format === 'text' || format === 'literal', indent },
    ...(fill && { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: fill } } }),
    ...(!look.bare && { border: { top: edge, bottom: edge, left: edge, right: edge } }),
  };
}

function colours(tone: NonNullable<Look['tone']>): { text: string; fill: string | null } {
  if (tone === 'high' || tone === 'middle' || tone === 'low') return COLOUR[tone];
  if (tone === 'title') return { text: COLOUR.title, fill: null };
  if (tone === 'muted') return { text: COLOUR.muted, fill: null };
  if (tone === 'hidden') return { text: COLOUR.muted, fill: COLOUR.hidden };
  return { text: COLOUR.ink, fill: tone === 'plain' ? null : COLOUR[tone] };
}
