/**
 * The invented city のぞみ市: 部 (20 with target staff), 課 and their sizes in target staff. A section of 9 or more has teams.
 * Each line: bureau | section:size, …
 */
const PLAN = `
総務部|総務課:22,人事課:24,行政管理課:14,情報政策課:19,契約検査課:15,市史編さん室:4,法務室:5
企画部|企画調整課:19,広報広聴課:15,都市間連携推進室:3,デジタル戦略課:13,移住定住推進課:8
財務部|財政課:18,管財課:24,市民税課:36,資産税課:38,納税支援課:41
危機管理部|危機管理課:15,防災対策課:16,交通安全対策室:4
市民部|市民課:59,国民健康保険課:45,医療年金課:34,市民協働推進課:16,人権男女共同参画課:9,浜手支所:18,消費生活センター:6
環境部|環境政策課:17,廃棄物対策課:25,清掃管理課:54,斎場管理室:7,ゼロカーボン推進室:4
福祉部|福祉政策課:21,生活福祉一課:49,生活福祉二課:46,障がい福祉課:37,高齢者支援課:33,介護保険課:44,指導監査室:10,臨時給付金室:5
こども未来部|子育て支援課:41,保育課:53,子ども家庭センター:30,青少年課:12
保健部|保健企画課:18,健康づくり推進課:44,感染症対策課:21,生活衛生課:28,食肉衛生検査室:9
経済部|商工労政課:19,観光課:22,地域ブランド課:11,企業立地推進課:9,卸売市場管理課:12,雇用対策室:5
農林水産部|農業政策課:20,農地林務課:22,水産振興課:10,畜産振興室:4
都市整備部|都市政策課:21,建築指導課:23,公園河川課:28,住宅まちづくり課:25,区画整理課:15,空家対策室:4
土木部|道路維持課:46,道路建設課:23,用地課:13,建築営繕課:22,除雪対策室:9
山手総合支所|総務課:13,市民福祉課:19,産業建設課:17
教育委員会事務局|教育総務課:19,学務課:22,学校教育課:26,社会教育課:20,文化財課:15,市民図書館:28,学校給食課:37,スポーツ推進課:10
会計課|出納課:13
議会事務局|議事課:10,議会総務課:8
行政委員会事務局|選挙管理課:8,監査課:8,農業委員会課:11,公平審査室:3
水道部|水道総務課:19,営業課:22,水道施設課:34,浄水課:28,下水道整備課:26
交通部|交通管理課:14,運輸課:61
`;

/** Bureaus whose staff a survey rule leaves out; only their office staff are in the target. Each line: bureau | job type | section:size. */
const EXCLUDED_PLAN = `
消防本部|消防職|警防課:62,予防課:34,中央消防署:148,浜手消防署:71
市民病院|医療職|診療部:58,看護部:204,医療技術部:47
学校|教育職|のぞみ高等学校:46,養護教育センター:13
`;

export interface SectionPlan {
  readonly name: string;
  readonly size: number;
}

export interface BureauPlan {
  readonly name: string;
  /** null for bureaus whose staff are in the target. */
  readonly excludedJobType: string | null;
  readonly sections: readonly SectionPlan[];
}

export function cityPlan(): BureauPlan[] {
  const bureaus = lines(PLAN).map(([name = '', sections = '']) => ({
    name,
    excludedJobType: null,
    sections: sectionsOf(sections),
  }));
  const excluded = lines(EXCLUDED_PLAN).map(([name = '', jobType = '', sections = '']) => ({
    name,
    excludedJobType: jobType,
    sections: sectionsOf(sections),
  }));
  return [...bureaus, ...excluded];
}

function lines(plan: string): string[][] {
  return plan
    .trim()
    .split('\n')
    .map((line) => line.split('|'));
}

function sectionsOf(text: string): SectionPlan[] {
  return text.split(',').map((part) => {
    const [name = '', size = '0'] = part.split(':');
    return { name, size: Number(size) };
  });
}
