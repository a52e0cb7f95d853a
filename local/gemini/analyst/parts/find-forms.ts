import type { Entry } from '../names/catalog-entries.ts';
import { findCatalogNames, type NameRange } from '../names/find-catalog-names.ts';
import { isGoodsPlace } from '../names/name-places.ts';
import type { Filter } from '../question/question.ts';
import { type Day, monthNames } from '../time/calendar.ts';
import { withDueDay } from '../time/due-days.ts';
import { findPeriods, take } from '../time/find-periods.ts';
import type { Lexicon } from '../vocabulary/lexicon.ts';
import type { Token } from '../vocabulary/words.ts';
import { withoutAmounts } from './bound-goods.ts';
import { findAge, withoutAge } from './find-age.ts';
import { findConditions } from './find-conditions.ts';
import { findOrderNumbers } from './find-order-numbers.ts';
import { findOtherChart } from './find-other-chart.ts';
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

/** "This year excluding August", "by month without July and August": months of any year that are left out of the time, which they are no part of. */
function findLeftOutMonths(tokens: Token[]): { filters: Filter[]; used: Set<number> } {
  const words = tokens.map(({ word }) => word);
  const from = words.findIndex((word, at) => leavesOut.test(word) && toMonths(words, at + 1).to > at + 1);
  const { months, to } = toMonths(words, from + 1);
  // "Without August 2025" is one of them, and "except August 3" a day.
  if (from < 0 || /^\d/.test(words[to] ?? '')) return { filters: [], used: new Set() };
  return {
    filters: [{ dimension: 'month_of_year', op: 'is_not', values: months }],
    used: new Set(Array.from({ length: to - from }, (_, index) => from + index)),
  };
}

function toMonths(words: string[], first: number): { months: string[]; to: number } {
  const months: string[] = [];
  let to = first;
  for (let at = first; at < words.length; at += 1) {
    const name = monthNames.find((month) => month === words[at] || month.slice(0, 3) === words[at]);
    if (name !== undefined) {
      months.push(name.charAt(0).toUpperCase() + name.slice(1));
      to = at + 1;
    } else if (!joins.test(words[at] ?? '')) break;
  }
  return { months, to };
}

const leavesOut = /^(?:without|excluding|excludes?|except|excepting|ignoring|omitting|minus|besides)$/;
const joins = /^(?:for|in|and|or|nor|the|months?|of)$/;

/**
 * "Each colour", "by shade", "size by size": what tells the variants of a product apart. No figure is split by it; where the goods are
 * named their products are.
 */
function findVariants(tokens: Token[], taken: ReadonlySet<number>): { noun: string; used: number[] } | null {
  const at = tokens.findIndex(
    ({ lemma }, index) =>
      nouns.test(lemma) &&
      !taken.has(index) &&
      splits.test(tokens[index - 1]?.word ?? '') &&
      // "What sizes of the helmet do we have?" are its products.
      !(/^wh/.test(tokens[index - 1]?.word ?? '') && tokens[index + 1]?.word === 'of'),
  );
  const noun = tokens[at];
  if (!noun) return null;
  const isTwice = tokens[at - 2]?.lemma === noun.lemma;
  return { noun: noun.lemma, used: isTwice ? [at - 2, at - 1, at] : [at - 1, at] };
}

const nouns = /^(?:colou?r|shade|size|flavou?r|scent|variant|variety|version|variation)$/;
const splits = /^(?:each|every|per|by|which|what|top|best|worst|selling|popular)$/;
