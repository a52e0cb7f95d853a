import type { Parts } from '../parts/parts.ts';
import { type Day, endOf } from '../time/calendar.ts';
import type { Period } from '../time/period.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import { findGroup, findLead, findValue } from './find-untaken.ts';
import type { Ahead, Question } from './question.ts';

/** The day that periods are counted from, and the last one of data that ended long before. */
export type AsOf = { today: Day; last: Day | null };

type Report = Question & { kind: 'report' };

/** A question that one tool answers by itself, with what it may be told: the figure, the split, how far ahead. */
export function toReport(
  tool: string,
  parts: Parts,
  { parameters }: Vocabulary,
  { today, last }: AsOf,
): Report {
  const takes = (name: string) => parameters.get(tool)?.has(name) ?? false;
  const soldBy = (mentions: Parts['measures']) =>
    mentions.flatMap((references) => references.find((one) => one.tool === 'query_sales')?.name ?? [])[0];
  const measure = soldBy(parts.measures);
  const dimension = soldBy(parts.dimensions);
  const value = findValue(parts);
  const named = toNamed(parts);
  const ahead = takes('horizon') ? (named ?? toHorizon(parts.time.future, today, last)) : null;
  return {
    kind: 'report',
    tool,
    names: parts.names,
    filters: parts.filters,
    periods: named === null ? parts.time.periods : [],
    limit: parts.limit,
    chart: parts.chart ?? (takes('horizon') ? 'line' : null),
    by: findGroup(tool, parts),
    lead: findLead(tool, parts),
    conditions: parts.conditions.map(({ op, value, unit, references }) => ({
      op,
      value,
      measure: toBounded(references?.[0]?.name ?? null, parts.text),
      unit: unit === null ? 'units' : unit === 'percent' ? 'fraction' : unit,
    })),
    reasons: /\b(dead|obsolete|not sold|non[- ]moving)\b/.test(parts.text)
      ? ['not sold', 'discontinued']
      : /\b(?:discontinued?|phased? out|end of life|delisted)\b/.test(parts.text)
        ? ['discontinued']
        : /\boverstock(ed)?\b|\bexcess\b/.test(parts.text)
          ? ['overstocked']
          : [],
    options: {
      ...(takes('measure') && measure !== undefined && { measure }),
      ...(takes('value') && value !== null && { value }),
      ...(takes('class') && classOf(parts.text) !== null && { class: classOf(parts.text) ?? '' }),
      ...(takes('dimension') && dimension !== undefined && { dimension }),
      ...(ahead && { ...(ahead.grain && { grain: ahead.grain }), horizon: ahead.horizon }),
    },
    classes: { by: /\bxyz\b|\bclass [xyz]\b/.test(parts.text) ? 'xyz' : 'abc', defines: explains(parts) },
    ahead: ahead?.asked ?? null,
  };
}

/** "Overstock worth over $1,000" is bounded by what lies there too much. */
function toBounded(measure: string | null, text: string): string | null {
  return measure === 'stock_value' && !/\bstock value|\bvalue of\b/.test(text) ? null : measure;
}

/** "What do the classes mean?", "explain the XYZ thing". */
function explains({ focus, text }: Parts): boolean {
  return (
    focus.has('define') ||
    /\bexplain|\bwhat(?:['’]?s| is| are| makes?) (?:an? |the |this |that |something )?(?:abc|xyz)\b|\bdifference between\b|\bwhat (?:is|are|makes)(?: something)? (?:an? )?[abcxyz] (?:products?|items?|articles?)\b/.test(
      text,
    )
  );
}

/** "The C products": one class of them. */
function classOf(text: string): string | null {
  const named = new Set(
    [...text.matchAll(/\bclass ([abcxyz]|[abc][xyz])\b(?! is| of)/g)].map(([, one]) => one),
  );
  // "How many A items, B items and C items?" asks for all of them.
  const [only = null] = named;
  return named.size === 1 ? (only?.toUpperCase() ?? null) : null;
}

/** "What will we sell in July?": of a month or quarter that is named without its year, one that is to come. */
export function foretells({ text, time }: Parts): boolean {
  return (
    /\b(?:will|shall|going to|gonna|likely to|forecast\w*|predict\w*|project(?:ed|ion)|expect(?:ed)?)\b|['’]ll\b/.test(
      text,
    ) &&
    time.periods.length === 1 &&
    isNamedUnit(time.periods[0]) &&
    !/\b(?:(?:19|20)\d\d|last|this|past|previous|since|ago|until|year)\b/.test(text)
  );
}

function isNamedUnit(period: Period | undefined): boolean {
  return period?.count === 1 && (period.grain === 'month' || period.grain === 'quarter');
}

type Wish = { grain?: string; horizon: number; asked: Ahead };

/** A month of every name lies within the next twelve. */
const monthsAhead = 12;

/** The month or quarter that is foretold by its name; null where none is. */
function toNamed(parts: Parts): Wish | null {
  const [period] = parts.time.periods;
  if (!period || !foretells(parts)) return null;
  const month = Number(period.start.slice(5, 7));
  const months = period.grain === 'quarter' ? [month, month + 1, month + 2] : [month];
  return { horizon: monthsAhead, asked: { months } };
}

/**
 * Periods ahead, the running one included: "next month" is the second, and the one asked for. After data that ended with a whole
 * period it is the first.
 */
function toHorizon(future: string | null, today: Day, last: Day | null): Wish | null {
  const match = /^next (?:(\d+|few|couple of) )?(week|month|quarter|year)s?$/.exec(future ?? '');
  if (!match) return null;
  const count = match[1] === 'few' ? 3 : match[1] === 'couple of' ? 2 : Number(match[1] ?? 1);
  const isOver = (grain: 'week' | 'month') => last !== null && endOf(last, grain) === last;
  if (match[2] === 'week')
    return { grain: 'week', horizon: count + (isOver('week') ? 0 : 1), asked: { last: count } };
  // Months left of the quarter or the year, the running one included.
  const month = Number((last ?? today).slice(5, 7)) - 1;
  const running = isOver('month') ? 0 : 1;
  if (match[2] === 'month') return { horizon: count + running, asked: { last: count } };
  // Where the data ended is not known before it is read: as many months as the quarter needs, wherever it stands.
  if (match[2] === 'quarter') {
    const left = last === null ? 2 : 2 - (month % 3);
    return { horizon: left + running + 3 * count, asked: { next: 'quarter', count } };
  }
  return { horizon: 11 - month + running + 12 * count, asked: { next: 'year', count } };
}
