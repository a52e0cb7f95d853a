import type { Parts } from '../../parts/parts.ts';
import { toNewCount } from '../../parts/to-new-customers.ts';
import { undone } from '../../question/gaps/lacking.ts';
import type { DataQuestion, Question } from '../../question/question.ts';
import type { AsOf } from '../../question/to-report.ts';
import { findTerm, toSibling } from '../../vocabulary/declared-terms.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { namedAnew } from '../references/refers.ts';
import { mergeList, mergeReorder } from './after-list.ts';
import { hasShape } from './changes-something.ts';
import { findLost } from './find-lost.ts';
import { finishFitting } from './fit-bounds.ts';
import { lookAhead, toLateOnes } from './look-ahead.ts';
import { mergeData } from './merge-data.ts';
import { asksWorth, findSortElsewhere } from './merge-figures.ts';
import { findNow, withOwnTime } from './own-time.ts';
import { toData } from './to-data.ts';

function namesOnly(parts: Parts): boolean {
  return (
    namedAnew(parts).length > 0 &&
    !hasShape({ ...parts, time: { ...parts.time, periods: [] } }) &&
    parts.measures.length === 0 &&
    parts.order === null &&
    parts.chart === null &&
    !parts.names.some(({ excluded }) => excluded)
  );
}

/** "And rising stock?", after products with falling sales: those in both no tool tells. */
function movesBesides({ focus, measures }: Parts, { changeBounds, tool }: DataQuestion): boolean {
  const isOfOther = measures.length > 0 && measures.every((own) => own.every((one) => one.tool !== tool));
  return changeBounds.length > 0 && focus.has('change') && isOfOther;
}

/** The last question with the parts that the new one names. */
export function mergeFollowUp(
  parts: Parts,
  previous: Question,
  vocabulary: Vocabulary,
  asOf: AsOf,
): Question {
  if (previous.kind === 'reorder') return mergeReorder(parts, previous);
  const counted = previous.kind === 'report' ? toNewCount(previous.options, parts, vocabulary) : null;
  const list =
    previous.kind === 'report' && counted === null ? mergeList(parts, previous, vocabulary, asOf) : null;
  if (list !== null) return list;
  // "And Outdoor?", after all about Kitchen.
  if (previous.kind === 'overview' && namesOnly(parts))
    return {
      ...previous,
      names: parts.names,
      periods: parts.time.periods.length > 0 ? parts.time.periods : previous.periods,
    };
  const whole: DataQuestion | null = previous.kind === 'data' ? previous : toData(previous, vocabulary);
  if (whole === null) return { kind: 'unclear' };
  const known = counted === null ? whole : { ...whole, tool: counted.tool, measures: [counted.name] };
  const now = findNow(parts, known);
  if (now !== null) return { kind: 'unheeded', words: [now], names: [] };
  const sort = findSortElsewhere(parts, known);
  if (sort !== null) return { kind: 'missing', spoken: '', topic: undone(`sort this list by ${sort}`) };
  if (movesBesides(parts, known)) return { kind: 'unheeded', words: [parts.text], names: [] };
  const worth = toWorth(parts, known, vocabulary);
  if (worth === null) return { kind: 'unheeded', words: [parts.text], names: [] };
  const before = withOwnTime(parts, worth, asOf.today);
  const ahead = lookAhead(parts, before, vocabulary, asOf);
  if (ahead) return ahead;
  const merged = finishFitting(mergeData(parts, toLateOnes(parts, before), vocabulary), parts, vocabulary);
  return findLost(parts, known, merged, vocabulary) ?? merged;
}

/**
 * "In dollars", after units that were received: what they cost, which the orders to suppliers have. Null where the last figures
 * are in no money: the same units again would be taken for it.
 */
function toWorth(parts: Parts, previous: DataQuestion, { datasets }: Vocabulary): DataQuestion | null {
  const isBare = parts.measures.length + parts.conditions.length === 0 && parts.words <= 5;
  if (!isBare || !asksWorth(parts)) return previous;
  const { tool, measures, dimensions, filters } = previous;
  const isMoney = (name: string) => findTerm({ tool, name }, datasets)?.unit === 'currency';
  if (measures.some((name) => isMoney(name) || toSibling({ tool, name }, 'currency', datasets) !== null))
    return previous;
  const orders = datasets.find((one) => one.measures.some(({ name }) => name === 'received_value'));
  const isKept = [...dimensions, ...filters.map(({ dimension }) => dimension)].every((name) =>
    orders?.dimensions.some((term) => term.name === name),
  );
  if (orders === undefined || !isKept || measures.join() !== 'units_received') return null;
  return { ...previous, tool: orders.tool, measures: ['received_value'], daysOf: 'received' };
}
