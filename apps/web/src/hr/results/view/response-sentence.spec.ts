import { describe, expect, it } from '@jest/globals';
import { statisticsJa } from '../../../messages/ja/statistics.js';
import { responseSentence, sharePhrase, type ResponseFacts } from './response-sentence.js';

const words = statisticsJa.response;
const FACTS: ResponseFacts = {
  responseRate: '31.2',
  answered: '636',
  margins: ['所属', '職位', '年齢層'],
  plain: '3.25',
  weighted: '3.24',
  designEffect: '1.20',
  effectiveN: '530',
};

describe('what a response rate allows to be said', () => {
  it('under half: the respondents only, and what the correction changes', () => {
    expect(responseSentence(FACTS, words)).toBe(
      '回答率は31.2%です。回答しなかった職員が7割近くいるため、この結果は「回答した職員の状況」であり、全職員の平均とは限りません。' +
        '所属・職位・年齢層の偏りを補正すると、総合スコアは3.25→3.24です(差 −0.01)。補正で直せるのは、この3つの偏りだけです。' +
        '補正後の数値の精度は、回答者530人分に相当します(636人 ÷ デザイン効果 1.20)。',
    );
  });

  it.each([
    ['49.9', '回答した職員の状況'],
    ['50.0', 'ずれます'],
    ['69.9', 'ずれます'],
    ['70.0', 'おおよその状況'],
    ['100.0', '全員が回答'],
  ])('at %s%%: %s', (responseRate, said) => {
    expect(responseSentence({ ...FACTS, responseRate }, words)).toContain(said);
  });

  it('without a correction says nothing of one', () => {
    const text = responseSentence({ ...FACTS, margins: [], weighted: null }, words);
    expect(text).not.toContain('補正');
  });

  it.each([
    [68.8, '7割近く'],
    [67, '7割近く'],
    [65.4, '6割あまり'],
    [62.4, '6割あまり'],
    [70.3, '約7割'],
    [50.1, '約5割'],
    [3, '1割未満'],
    [97, '9割以上'],
    [99.8, '9割以上'],
  ])('puts %d%% as %s', (percent, text) => {
    expect(sharePhrase(percent, words)).toBe(text);
  });
});
