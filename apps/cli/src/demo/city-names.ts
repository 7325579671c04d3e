import type { Random } from './random.js';

/** Everyday family and given names, combined at random: no person is meant. */
const FAMILY =
  '相沢 アイザワ,浅野 アサノ,荒川 アラカワ,飯島 イイジマ,石田 イシダ,今井 イマイ,上野 ウエノ,内山 ウチヤマ,大橋 オオハシ,岡本 オカモト,小川 オガワ,奥村 オクムラ,片山 カタヤマ,川上 カワカミ,菊地 キクチ,北村 キタムラ,木下 キノシタ,工藤 クドウ,久保 クボ,小林 コバヤシ,斎藤 サイトウ,坂本 サカモト,桜井 サクライ,佐野 サノ,島田 シマダ,杉山 スギヤマ,関口 セキグチ,高田 タカダ,滝沢 タキザワ,竹内 タケウチ,谷口 タニグチ,千葉 チバ,津田 ツダ,中島 ナカジマ,長尾 ナガオ,成田 ナリタ,西川 ニシカワ,野口 ノグチ,橋本 ハシモト,原田 ハラダ,平野 ヒラノ,福井 フクイ,藤原 フジワラ,堀内 ホリウチ,松井 マツイ,三浦 ミウラ,宮本 ミヤモト,村上 ムラカミ,森田 モリタ,矢野 ヤノ,山内 ヤマウチ,横山 ヨコヤマ,吉川 ヨシカワ,和田 ワダ';
const GIVEN =
  '明 アキラ,彩 アヤ,勇 イサム,恵 メグミ,薫 カオル,香織 カオリ,和也 カズヤ,和子 カズコ,菜摘 ナツミ,健 ケン,健太 ケンタ,幸子 サチコ,浩 ヒロシ,浩二 コウジ,咲 サキ,智 サトシ,早苗 サナエ,翔 ショウ,真一 シンイチ,進 ススム,聡子 サトコ,隆 タカシ,拓也 タクヤ,武 タケシ,千尋 チヒロ,剛 ツヨシ,哲也 テツヤ,徹 トオル,友美 トモミ,直樹 ナオキ,直子 ナオコ,望 ノゾミ,信子 ノブコ,春香 ハルカ,久美 クミ,宏美 ヒロミ,博之 ヒロユキ,誠 マコト,正樹 マサキ,真由美 マユミ,美咲 ミサキ,実 ミノル,恵子 ケイコ,康平 コウヘイ,由美 ユミ,裕子 ユウコ,優 ユウ,洋平 ヨウヘイ,陽子 ヨウコ,亮 リョウ,玲奈 レイナ,若菜 ワカナ';

export interface PersonName {
  readonly name: string;
  readonly kana: string;
}

export function personName(random: Random): PersonName {
  const [family = '', familyKana = ''] = random.pick(FAMILY.split(',')).split(' ');
  const [given = '', givenKana = ''] = random.pick(GIVEN.split(',')).split(' ');
  return { name: `${family} ${given}`, kana: `${familyKana} ${givenKana}` };
}
