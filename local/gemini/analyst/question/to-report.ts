import type { Parts } from '../parts/parts.ts';
import type { Day } from '../time/calendar.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import { findGroup, findLead, findValue } from './gaps/find-untaken.ts';
import type { ReportQuestion } from './question.ts';
import { toAhead } from './to-ahead.ts';

/** The day that periods are counted from, and the last one of data that ended long before. */
export type AsOf = { today: Day; last: Day | null };

/** A question that one tool answers by itself, with what it may be told: the figure, the split, how far ahead. */
export function toReport(tool: string, parts: Parts, { parameters }: Vocabulary, asOf: AsOf): ReportQuestion {
  const takes = (name: string) => parameters.get(tool)?.has(name) ?? false;
  const soldBy = (mentions: Parts['measures']) =>
    mentions.flatMap((references) => references.find((one) => one.tool === 'query_sales')?.name ?? [])[0];
  const measure = soldBy(parts.measures);
  const dimension = soldBy(parts.dimensions);
  const value = findValue(parts);
  // "The most slow movers" is a number of them, "the most slow moving stock" what it is worth.
  const ranks = parts.order !== 'desc' ? null : ofWorth.test(parts.text) ? 'figure' : 'number';
  const ahead = takes('horizon') ? toAhead(parts, asOf) : null;
  return {
    kind: 'report',
    tool,
    names: parts.names,
    filters: parts.filters,
    periods: takes('horizon') ? [] : parts.time.periods,
    limit: parts.limit,
    chart: parts.chart ?? (takes('horizon') ? 'line' : null),
    by: findGroup(tool, parts),
    ranks,
    lead: toLead(findLead(tool, parts) ?? (ranks === 'figure' ? 'stock_value' : null), parts.text),
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
      ...(takes('class') &&
        classOf(parts.text) !== null &&
        !ofProducts.test(parts.text) && { class: classOf(parts.text) ?? '' }),
      ...(takes('dimension') && dimension !== undefined && { dimension }),
      // "Forecast by week"
      ...(takes('horizon') && ahead === null && parts.grain === 'week' && { grain: 'week' }),
      ...(ahead && { ...(ahead.grain && { grain: ahead.grain }), horizon: ahead.horizon }),
    },
    classes: { by: /\bxyz\b|\bclass [xyz]\b/.test(parts.text) ? 'xyz' : 'abc', defines: explains(parts) },
    ahead: ahead?.asked ?? null,
  };
}

const ofWorth = /\b(?:stock|inventory|overstock|value|money|cash|capital|worth)\b/;

/** "What is our overstock worth?": of what lies there too much, and not of all that lies there. */
function toLead(lead: string | null, text: string): string | null {
  const isOfExcess = /\b(?:overstock|excess)\b/.test(text) && !/\bstock value|\bvalue of stock\b/.test(text);
  return lead === 'stock_value' && isOfExcess ? 'overstock_value' : lead;
}

/** "Overstock worth over $1,000" is bounded by what lies there too much. */
function toBounded(measure: string | null, text: string): string | null {
  return measure === 'stock_value' && !/\bstock value|\bvalue of\b/.test(text) ? null : measure;
}

/** "What do the classes mean?", "explain the XYZ thing". */
function explains({ focus, text }: Parts): boolean {
  return (
    focus.has('define') ||
    /\bexplain|\bhow (?:is|are) (?:the |an? )?(?:abc|xyz) \w+ (?:determined|calculated|computed|defined|assigned|worked out|decided|set)\b|\bwhat(?:['’]?s| is| are| makes?) (?:an? |the |this |that |something )?(?:abc|xyz)\b|\bdifference between\b|\bwhat (?:is|are|makes)(?: something)? (?:an? )?[abcxyz] (?:products?|items?|articles?)\b/.test(
      text,
    )
  );
}

/** "What share of our products is class C?": all of them are told beside it. */
const ofProducts =
  /\b(?:share|percentage|percent|proportion|part|%) of (?:(?:all|our|the) )*(?:products|items|articles|skus|assortment|range|catalog(?:ue)?)\b/;

/** "The C products": one class of them. */
function classOf(text: string): string | null {
  const named = new Set(
    [...text.matchAll(/\bclass ([abcxyz]|[abc][xyz])\b(?! is| of)/g)].map(([, one]) => one),
  );
  // "How many A items, B items and C items?" asks for all of them.
  const [only = null] = named;
  return named.size === 1 ? (only?.toUpperCase() ?? null) : null;
}
