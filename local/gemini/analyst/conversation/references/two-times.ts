import { periodBefore, toSameDays, yearBefore } from '../../reads/compare-sides.ts';
import type { Period } from '../../time/period.ts';
import type { Subject } from '../subject.ts';
import { writePeriod } from './write-period.ts';

/** The times of the last two questions, where they ask the same of two times. */
export function readTwo({ question, before }: Subject): { before: Period; after: Period } | null {
  if (question?.kind !== 'data' || before?.kind !== 'data' || question.against !== null) return null;
  const [own, other] = [question, before].map(({ periods }) =>
    periods.length === 1 ? periods[0] : undefined,
  );
  const isSame = (one: keyof typeof question) =>
    JSON.stringify(question[one]) === JSON.stringify(before[one]);
  if (!own || !other || own.start === other.start) return null;
  // "How much did each sell last year?", after the five best brands of this year: of these.
  const filters = question.filters.filter(
    ({ dimension, op }) => !(op === 'is' && question.ofRows?.includes(dimension) && before.order !== null),
  );
  const isOfSame = isSame('filters') || JSON.stringify(filters) === JSON.stringify(before.filters);
  if (!isSame('measures') || !isSame('dimensions') || !isOfSame) return null;
  const [earlier, after] = own.start > other.start ? [other, own] : [own, other];
  // Of a year that still runs as many days of the year before; stock is of a day.
  const isStock = question.tool === 'query_inventory';
  return { before: isStock ? earlier : toSameDays(after, earlier), after };
}

/** The two times that the last question set side by side, or the last two asked for, as a comparison of them. */
export function readSides(subject: Subject): string | null {
  const { question } = subject;
  if (question?.kind !== 'data') return null;
  const [own, other, ...more] = question.periods;
  const two = readTwo(subject);
  if (two !== null) return `${writePeriod(two.after)} compared with ${writePeriod(two.before)}`;
  if (own === undefined || more.length > 0) return null;
  if (other !== undefined) return `${writePeriod(own)} compared with ${writePeriod(other)}`;
  const beside =
    question.against === 'last_year' ? yearBefore(own) : question.against === null ? null : periodBefore(own);
  if (beside !== null) return `${writePeriod(own)} compared with ${writePeriod(beside)}`;
  return own.count === 2 && own.grain !== null && own.grain === question.grain
    ? `${writePeriod(own)} by ${own.grain}`
    : null;
}
