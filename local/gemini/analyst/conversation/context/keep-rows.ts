import type { Parts } from '../../parts/parts.ts';
import { isOfNow } from '../../parts/purchasing-figures.ts';
import type { DataQuestion, Meant, Question } from '../../question/question.ts';

/**
 * "How much did we spend with them this year?", after who delivers next week: those suppliers, and not all that there are. Rows that
 * the last question's own filters say are named one by one where the new question is of another time or state, which other rows have
 * as well. Null where nothing is to be named.
 */
export function keepRows(parts: Parts, question: Question, last: Question): Parts | null {
  if (question.kind !== 'data' || last.kind !== 'data' || !isElsewhere(question, last)) return null;
  const isOpen = ({ filter, isAll, isState, rows, dimension }: Meant) =>
    filter === null && isAll && !isState && rows !== undefined && varying.test(dimension);
  if (!parts.names.some(({ meant }) => meant && isOpen(meant))) return null;
  const names = parts.names.map((name) => {
    const { meant } = name;
    if (!meant || !isOpen(meant)) return name;
    const { dimension, rows: values = [] } = meant;
    return { ...name, meant: { ...meant, isAll: false, filter: { dimension, op: 'is' as const, values } } };
  });
  return { ...parts, names };
}

/** Dimensions of which other members have figures at another time; a company has few warehouses, and all of them always. */
const varying = /^(?:product|sku|brand|supplier|customer|purchase_order|document)$/;

function isElsewhere(question: DataQuestion, last: DataQuestion): boolean {
  const isOtherTime = toTime(question) !== toTime(last) && (last.periods.length > 0 || last.daysOf !== null);
  const isOtherState = isState(last) && !isState(question);
  return isOtherTime || isOtherState;
}

function isState({ measures: [measure = ''] }: DataQuestion): boolean {
  return isOfNow(measure) || measure.startsWith('out_of_stock');
}

/** The days that it is of, and by which of an order's days they count. */
export function toTime({ periods, daysOf }: DataQuestion): string {
  return [daysOf ?? '', ...periods.map(({ start, end }) => `${start}..${end}`)].join();
}
