export const bandJa = { high: '高い', middle: '中程度', low: '低い', none: '—' };
