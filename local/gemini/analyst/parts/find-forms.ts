import type { Entry } from '../names/catalog-entries.ts';
import { findCatalogNames, type NameRange } from '../names/find-catalog-names.ts';
import { isGoodsPlace } from '../names/name-places.ts';
import type { Day } from '../time/calendar.ts';
import { withDueDay } from '../time/due-days.ts';
import { findPeriods, take } from '../time/find-periods.ts';
import type { Lexicon } from '../vocabulary/lexicon.ts';
import type { Token } from '../vocabulary/words.ts';
import { withoutAmounts } from './bound-goods.ts';
import { findAge, withoutAge } from './find-age.ts';
import { findConditions } from './find-conditions.ts';
import { findLeftOutMonths } from './find-left-out-months.ts';
import { findOrderNumbers } from './find-order-numbers.ts';
import { findOtherChart } from './find-other-chart.ts';
import { findVariants } from './find-variants.ts';
import { findWeekdays } from './find-weekdays.ts';

/** A sentence, and what it is read with. */
export type Asked = {
  sentence: string;
  tokens: Token[];
  lexicon: Lexicon;
  entries: Entry[];
  isAboutOrders: boolean;
};

export type Forms = ReturnType<typeof findForms>;

/** What has a form of its own: times, bounds, days of the week, charts. `used` are the tokens that say all this. */
export function findForms(
  { sentence, tokens, lexicon, entries, isAboutOrders }: Asked,
  today: Day,
  fiscalStartMonth: number,
) {
  const age = findAge(tokens, lexicon, isAboutOrders);
  const leftOut = findLeftOutMonths(tokens);
  const dated = withoutAmounts(
    withoutNames(withoutAge(tokens, age), findCatalogNames(tokens, entries, lexicon)),
  ).map((token, at) => (leftOut.used.has(at) ? { ...token, word: '', lemma: '' } : token));
  const time = withDueDay(findPeriods(dated, today, fiscalStartMonth), dated, today);
  const orders = findOrderNumbers(tokens);
  const taken = new Set([...time.used, ...leftOut.used, ...(age?.used ?? []), ...orders.used]);
  const bounds = findConditions(tokens, sentence, taken);
  const weekdays = findWeekdays(tokens, taken);
  const otherChart = findOtherChart(tokens, taken);
  const variants = findVariants(tokens, taken);
  const used = new Set([...taken, ...weekdays.used, ...(otherChart?.used ?? []), ...(variants?.used ?? [])]);
  for (const { from, to } of bounds) take(used, from, to);
  return { age, leftOut, time, orders, bounds, weekdays, otherChart, variants, used };
}

/** "Third Quarter Café" is no time, where the catalog has the whole of it. */
function withoutNames(tokens: Token[], names: NameRange[]): Token[] {
  const whole = names.filter(
    ({ from, to, name }) => name !== undefined && (to - from > 1 || isGoodsPlace(tokens, from)),
  );
  const isNamed = (at: number) => whole.some(({ from, to }) => at >= from && at < to);
  return tokens.map((token, at) => (isNamed(at) ? { ...token, word: '', lemma: '' } : token));
}
