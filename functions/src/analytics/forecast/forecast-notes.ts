import { describeDay } from '../calendar.ts';
import { capitalise } from '../words.ts';
import type { MemberForecasts } from './forecast-members.ts';
import type { ForecastGrain, ForecastPeriods } from './forecast-periods.ts';
import { minValues } from './forecast-series.ts';
import type { ForecastShape } from './forecast-table.ts';

/** What to know beside a forecast: how it was made and tried, what is missing in it. One sentence each. */
export function toForecastNotes(
  { members, left, short }: MemberForecasts,
  periods: ForecastPeriods,
  shape: ForecastShape,
): string[] {
  const { measure, dimension, grain } = shape;
  const first = periods.known[0];
  const last = periods.ahead[0];
  const notes = [
    `${measure.label}: ${measure.description}`,
    'A forecast goes on with what the past shows: it knows of no promotion, price or product to come.',
  ];
  if (first !== undefined) {
    notes.push(
      `It is fitted to the ${periods.known.length} complete ${grain}s since ${describeDay(first)}; a ${grain} without sales counts as 0.`,
    );
  }
  if (periods.isRunning && last !== undefined) {
    notes.push(`The ${grain} that begins on ${describeDay(last)} is not over and is forecast as a whole.`);
  }
  for (const { member, forecast, values } of members.slice(0, 5)) {
    const name = member === null ? '' : `${member}: `;
    notes.push(capitalise(`${name}${describeTest(forecast.method, forecast.backTest, grain)}`));
    const quiet = countQuiet(values);
    if (quiet > 0) {
      notes.push(
        capitalise(
          `${name}the last ${quiet === 1 ? `${grain} is` : `${quiet} ${grain}s are`} 0, more in a row than ever before: the forecast knows of no end, and is too high for what is not sold any more.`,
        ),
      );
    }
    if (!forecast.isSeasonal) {
      notes.push(
        capitalise(
          `${name}only ${values.length} ${grain}s are known, fewer than two years, so the forecast has no season in it.`,
        ),
      );
    }
  }
  if (members.length > 5) notes.push(`The method and error of all ${members.length} are in the rows.`);
  if (dimension !== null) {
    notes.push(
      `Each ${dimension.label.toLowerCase()} is forecast on its own: their forecasts do not add up exactly to that of the total, and intervals never add up.`,
    );
  }
  if (left > 0) notes.push(`Only the ${members.length} largest are forecast; ${left} more were left out.`);
  if (short > 0) {
    const has = short === 1 ? 'member has' : 'members have';
    notes.push(`${short} ${has} fewer than ${minValues} ${grain}s of sales and no forecast.`);
  }
  return notes;
}

type Test = MemberForecasts['members'][number]['forecast']['backTest'];

/** How many of the last values are zero, where that are more than ever in a row before: what sells in summer alone is not at its end. */
function countQuiet(values: readonly number[]): number {
  const runs = [0];
  for (const value of values) {
    if (value === 0) runs.push((runs.pop() ?? 0) + 1);
    else runs.push(0);
  }
  const last = runs.pop() ?? 0;
  return last > Math.max(0, ...runs) ? last : 0;
}

function describeTest(method: string, test: Test, grain: ForecastGrain): string {
  if (test === null) return `the method is ${method}; there is too little to test it on.`;
  if (test.wape === null) return `the method is ${method}; the ${grain}s that it was tried on are all 0.`;
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const scaled =
    test.mase === null
      ? ''
      : ` and MASE ${test.mase.toFixed(2)} (1 is the usual error of repeating the season)`;
  const within =
    test.within80 === null ? '' : `; ${percent(test.within80)} of the values lay in their 80 % interval`;
  return `the method is ${method}, best in a back-test from ${test.origins} past dates: WAPE ${percent(test.wape)}${scaled}${within}.`;
}
