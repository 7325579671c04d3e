import type { bandJa } from '../ja/band.js';

export const bandEn: typeof bandJa = { high: 'high', middle: 'middle', low: 'low', none: '—' };
