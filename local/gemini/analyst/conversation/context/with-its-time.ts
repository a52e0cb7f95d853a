import { hasTime, type Parts } from '../../parts/parts.ts';
import { isOfNow } from '../../parts/purchasing-figures.ts';
import type { DataQuestion, Question } from '../../question/question.ts';
import { isOfDays } from '../../reads/compare-sides.ts';
import { countUnits } from '../../time/calendar.ts';
import { holdsStock } from '../../vocabulary/declared-terms.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { withReceipts } from '../merge/own-time.ts';
import { isOfReceipts } from './same-figure.ts';

/**
 * "How many customers bought last quarter, and what did each spend?": what goes on without a time of its own has that of the
 * question that it refers to. What lies in stock is of a day, and who delivers something is no matter of a month.
 */
export function withItsTime(
  question: Question,
  parts: Parts,
  last: Question,
  { datasets }: Vocabulary,
): Question {
  if (question.kind !== 'data' || !('periods' in last)) return question;
  const own = { ...question, per: question.per ?? toEach(question, parts, last) };
  const { time } = parts;
  const isOther = last.kind === 'data' && last.tool !== question.tool;
  // Who delivers, and what is open or late now, is no matter of the month before.
  const isNow = question.measures.some(isOfNow);
  // The best brand of this year may have had its suppliers in it.
  const [of] = last.periods;
  const isLong = of !== undefined && (countUnits(of.start, of.end, 'day') ?? 0) > 80;
  const isOfSupplier = question.dimensions.includes('supplier') && !isLong;
  // "Anything overdue with them?", after spend by supplier this month: whenever it was ordered.
  const isOfParty =
    parts.names.some(({ meant }) => meant?.dimension === 'supplier' && !meant.isKnown) &&
    !ofIt.test(parts.text);
  // "What's in it?", after the supplier that has most of what is due next week: what is due then.
  const isDue =
    last.kind === 'data' &&
    last.daysOf === 'expected' &&
    question.measures.every((name) => name.startsWith('open_'));
  const isLasting =
    (isOther &&
      !isOfReceipts(question, last) &&
      (holdsStock(last.tool, datasets) || isOfSupplier || isNow)) ||
    (isNow && isOfParty && !isDue);
  // "What was the rate a year ago?", after the discounts of this quarter: that of the same quarter.
  const isYearAgo =
    time.against === 'last_year' &&
    time.periods.length === 0 &&
    last.periods.length === 1 &&
    /\b(?:a|one) year (?:ago|earlier)\b/.test(parts.text);
  // "Which regions shrank compared with the year before?", after 2025 by region: the year before that one.
  const isBefore = time.periods.length === 0 && last.periods.length === 1 && before.test(parts.text);
  const isTimed = (hasTime(time) && !isBefore && !isYearAgo) || question.periods.length > 0;
  const figures = [...question.measures, ...question.conditions.map(({ measure }) => measure)];
  const isOfDay = holdsStock(question.tool, datasets) && !figures.some(isOfDays);
  if (isTimed || isOfDay || isLasting) return own;
  // "Anything overdue?", after what is due this week: only what is open or was ordered has promised days.
  const daysOf =
    last.kind === 'data' && last.tool === question.tool && own.daysOf === null ? last.daysOf : null;
  if (daysOf === 'expected')
    return figures.every((name) => promised.test(name)) ? { ...own, daysOf, periods: last.periods } : own;
  if (daysOf === 'received' && figures.every((name) => arrived.test(name)))
    return { ...own, daysOf, periods: last.periods };
  // "Which category gained most over that period?", after a comparison of two: between them.
  const against = question.changes && last.kind === 'data' ? last.against : null;
  return { ...withReceipts(own, parts), periods: last.periods, against: own.against ?? against };
}

const ofIt = /\bof (?:it|that|this|them|those|these)\b/;
/** What is told of what arrived. */
const arrived =
  /^(?:received|rejected|rejection|on_time|missed|fill_rate|accepted|completed|lead_time|delivery_delay|promised_lead_time|longest_lead)/;
const promised = /^(?:open|ordered)_|^(?:purchase_order_count|active_suppliers)$/;

const before = /\b(?:day|week|month|quarter|year|period) (?:before|earlier)\b|\bearlier (?:year|period)\b/;

/** "What did each spend on average?", after a number of customers. */
function toEach(question: DataQuestion, { text }: Parts, last: Question): string | null {
  if (last.kind !== 'data' || !/\beach\b/.test(text) || question.dimensions.length > 0) return null;
  return last.measures.find((name) => name === 'customers' || name === 'orders') ?? null;
}
