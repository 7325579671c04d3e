import { furtherTablesEn } from './en/further-tables.js';
import { furtherTablesJa } from './ja/further-tables.js';

export const furtherTablesMessages = { ja: furtherTablesJa, en: furtherTablesEn };
