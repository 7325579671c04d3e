import { myEn } from './en/my.js';
import { myJa } from './ja/my.js';

export const myMessages = { ja: myJa, en: myEn };
