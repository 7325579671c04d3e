import type { trainingForecastJa } from '../ja/training-forecast.js';

export const trainingForecastEn: typeof trainingForecastJa = {
  title: 'Forecast of DX training',
  lead: 'How likely the targets are, estimated from past training and the sessions booked.',
  estimate:
    'This is an estimate, not a promise: the share of many trial runs under the same conditions that reached the cumulative target by the end of the year.',
  probabilityTitle: (name) => `${name}: chance of reaching the targets`,
  probabilityCaption: (name) => `${name}: estimated chance of reaching the cumulative target`,
  byEndOf: 'End of',
  cumulativeTarget: 'Cumulative target',
  finalTarget: 'final target',
  scenarioLabel: 'Assumption',
  scenario: { booked: 'Only the sessions booked', continuing: 'If sessions go on as before' },
  probability: { about: (percent) => `about ${percent}%`, atLeast: '99% or more', under: 'under 1%' },
  probabilityOf: (year, scenario) => `Chance of the target of ${year} (${scenario})`,
  rangeTitle: (name) => `${name}: likely range of completions`,
  seatsFinal: {
    needed: (seats) => `With ${seats} more seats a month the final target has a chance of 90%.`,
    enough: 'As it is, the final target has a chance of 90% or more.',
    never: 'No number of seats gives the final target a chance of 90%.',
  },
  seatsThisYear: {
    needed: (seats) => `With ${seats} more seats a month this year’s target has a chance of 90%.`,
    enough: 'As it is, this year’s target has a chance of 90% or more.',
    never: 'No number of seats gives this year’s target a chance of 90%.',
  },
  fanSeries: { band: 'Likely range (80% of the runs)', middle: 'Middle', target: 'Cumulative target' },
  fanLabel: (name) =>
    `${name}: likely range of completions against the cumulative target. The table below has the same figures.`,
  fanCaption: (name, scenario) => `${name}: likely completions at the end of each year (people; ${scenario})`,
  cumulative: 'Completed so far',
  active: 'of them serving',
  quantiles: ['Low', 'Middle', 'High'],
  quantileNote: 'A tenth of the runs lies below the low figure, a tenth above the high one.',
  basisTitle: 'What this estimate rests on',
  basisBooked: (seats) => `Seats in sessions to come: ${seats}.`,
  basisContinuing: (seats) =>
    `If sessions go on, there are ${seats} seats a month after those booked, as in the last twelve months.`,
  basisCompletions: (seats, completions) =>
    `Of ${seats} seats so far came ${completions} completions; that share is assumed to go on.`,
  basisNoSessions:
    'No session has been settled yet, so the share of seats that lead to a completion is a provisional value.',
  basisElsewhere: (count) => `Completions without a session, such as e-learning: ${count} a month.`,
  basisLeavers: (years, leavers) =>
    `In ${years} person-years of service ${leavers} people left; that share is assumed to go on.`,
  basisNoLeavers: 'There is no earlier roster to compare with, so the share of leavers is a provisional value.',
  wasReached: 'over (reached)',
  wasNotReached: 'over (not reached)',
  basisRuns: (runs, seed) => `Runs: ${runs} (seed ${seed}: the same conditions give the same result).`,
  asOf: (day) => `As of ${day}.`,
  computedAt: (at) => `Computed ${at}`,
  linkTitle: (name) => `Beside engagement (${name})`,
  linkLead: 'For each department, people trained per 100 staff beside the mean of a released survey result.',
  noCause: 'This is an association and shows no cause.',
  noLinks: 'There is no released survey result to set beside it yet',
  measure: 'Survey and measure',
  measureOption: (survey, measure) => `${survey}: ${measure}`,
  correlation: (value) => `The rank correlation is ${value} (from −1 to 1; near 0 is weak).`,
  tooFew: 'There are fewer than 5 departments, so no correlation is computed.',
  scatterLabel: (name, measure) =>
    `${name}: people trained per 100 staff against ${measure}, by department. The table below has numbers and figures.`,
  scatterCaption: (name, measure) => `${name}: density and mean of ${measure} by department`,
  number: 'No.',
  department: 'Department',
  density: 'Trained per 100 staff',
};
