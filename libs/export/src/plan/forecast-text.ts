import {
  formatDecimal,
  japaneseDate,
  type ForecastScenario,
  type ProgrammeForecast,
  type ScenarioForecast,
} from '#survey-model';

export const SCENARIO_LABEL: Readonly<Record<ForecastScenario, string>> = {
  booked: '予定に入っている回だけを開く場合',
  continuing: '予定の後も、直近12か月と同じ定員で続ける場合',
};

/** What the reader must know before the figures. */
export const FORECAST_NOTES: readonly string[] = [
  'これは推計であり、約束でも確実な予測でもありません。予定・修了の割合・退職の割合が今後も同じであると仮定しています。',
  '「達成する確率」は、同じ条件で何度も試算したとき、累計目標に届いた試算の割合です。「少なめ」は試算の10%がこれを下回る人数、「中央」は半分、「多め」は10%がこれを上回る人数です。',
];

const count = (value: number): string => value.toLocaleString('ja-JP');

/** How many more seats it would take. */
export function seatsText({ seatsFor90, seatsFor90ThisYear }: ScenarioForecast): string {
  return `${need('今年度の目標', seatsFor90ThisYear)}${need('計画全体の目標', seatsFor90)}`;
}

function need(goal: string, seats: number | null): string {
  if (seats === null) return `${goal}は、定員を増やしても90%の確率では達成できない見込みです。`;
  if (seats === 0) return `${goal}は、定員を増やさなくても90%以上の確率で達成できる見込みです。`;
  return `${goal}を90%の確率で達成するには、このほかに毎月${count(seats)}人分の定員が必要な見込みです。`;
}

/** What the estimate rests on. */
export function basisText({ asOf, runs, seed, basis }: ProgrammeForecast): string {
  const { bookedSeats, pastSeats, pastCompletions, personYears, leavers, seatsAMonth } = basis;
  const years = Number(formatDecimal(personYears, 1));
  const monthly = Number(formatDecimal(seatsAMonth, 1));
  return (
    `推計の根拠: ${japaneseDate(asOf)}現在、予定に入っている定員 ${count(bookedSeats)}人分。` +
    `これまでの回は定員 ${count(pastSeats)}人分に対し修了 ${count(pastCompletions)}人。` +
    `退職・転出は、延べ ${count(years)}年分の勤務に対し ${count(leavers)}人。` +
    `続ける場合の定員は月 ${count(monthly)}人分。試算 ${count(runs)}回(乱数の種 ${seed})。`
  );
}

/** A probability as it may be claimed: never 0% or 100%. null where a plain percentage does. */
export function extremeProbability(probability: number): string | null {
  if (probability < 0.01) return '1%未満';
  return probability > 0.99 ? '99%超' : null;
}
