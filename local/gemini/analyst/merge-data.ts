import { chooseTool, namesFor } from './choose-measures.ts';
import { periodBefore, yearBefore } from './compare-sides.ts';
import { findTerm, toSibling } from './measure-siblings.ts';
import type { Parts } from './parts.ts';
import type { Period } from './period.ts';
import { toUnit } from './period-units.ts';
import type { DataQuestion, Question } from './question.ts';
import type { Vocabulary } from './read-declarations.ts';
import { asksRate, namesPartLast } from './read-wording.ts';
import { asksMoney, toOrder } from './refine-measures.ts';
import { toConditions } from './to-conditions.ts';

/** "And in July?" after June 2013 is the July of that year. */
function toSameYear(period: Period, before: Period | undefined, text: string): Period {
  const isNamed = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\bq[1-4]\b/.test(text);
  const isOpen = isNamed && !/\d{4}|\b(last|this|ago|past)\b/.test(text);
  const unit = period.grain;
  if (!before?.grain || !isOpen || period.count > 1 || (unit !== 'month' && unit !== 'quarter'))
    return period;
  const [year, own] = [before.start.slice(0, 4), period.start.slice(0, 4)];
  if (year === own || before.end.slice(0, 4) !== year) return period;
  return toUnit(`${year}${period.start.slice(4)}`, unit);
}

export function toData(previous: Question, vocabulary: Vocabulary): DataQuestion | null {
  const [dataset] = vocabulary.datasets;
  if (previous.kind !== 'overview' || !dataset) return null;
  return {
    kind: 'data',
    tool: dataset.tool,
    measures: dataset.measures.slice(0, 1).map((term) => term.name),
    dimensions: [],
    grain: null,
    periods: previous.periods,
    against: null,
    names: [],
    filters: previous.filters,
    order: null,
    limit: null,
    place: null,
    within: null,
    conditions: [],
    changeBounds: [],
    chart: null,
    otherChart: null,
    compares: false,
    changes: false,
    trend: false,
    share: false,
    sharesMembers: false,
    why: false,
    falls: false,
    byRate: false,
    partLast: false,
    lists: false,
    sides: [],
    averages: false,
    counts: false,
    daysOf: null,
    listed: null,
    per: null,
    defines: false,
    members: null,
  };
}

function comparesName({ focus, names, time }: Parts): boolean {
  return focus.has('compare') && names.length === 1 && time.periods.length === 0 && time.against === null;
}

const adds = /\b(add|adding|plus|also|as well|together with)\b/;

export function mergeData(parts: Parts, previous: DataQuestion, vocabulary: Vocabulary): DataQuestion {
  const asksUnits = parts.measures.length === 1 && parts.measures[0]?.some(({ name }) => name === 'units');
  const holdsStock = vocabulary.datasets.some(
    ({ tool, measures: terms }) => tool === previous.tool && terms.some(({ name }) => name === 'on_hand'),
  );
  // "How many units is that?" about stock value is about units on hand.
  if (asksUnits && holdsStock)
    return mergeData(
      { ...parts, measures: [[{ tool: previous.tool, name: 'on_hand' }]] },
      previous,
      vocabulary,
    );
  // "What was that worth?", about a number of orders, is about their value.
  const money =
    asksMoney.test(parts.text) && /\b(that|it|those|them)\b/.test(parts.text)
      ? previous.measures.flatMap(
          (name) => toSibling({ tool: previous.tool, name }, 'currency', vocabulary.datasets) ?? [],
        )
      : [];
  if (money.length > 0 && parts.measures.length > 0)
    return mergeData(
      { ...parts, measures: money.map((name) => [{ tool: previous.tool, name }]), text: '' },
      previous,
      vocabulary,
    );
  const newTool =
    parts.measures.length > 0 ? (chooseTool(parts, vocabulary) ?? previous.tool) : previous.tool;
  // "and the stock?" keeps what both tools have.
  const kept = parts.measures.some((references) => references.some((r) => r.tool === previous.tool))
    ? previous.tool
    : newTool;
  const measures = namesFor(parts.measures, kept);
  const everywhere = new Set(parts.everywhere);
  const isOpened = (name: string) =>
    everywhere.has(name) && previous.filters.some((filter) => filter.dimension === name);
  // "All regions again" takes a filter away, and splits nothing.
  const dimensions = namesFor(parts.dimensions, kept).filter((name) => !isOpened(name));
  const { focus } = parts;
  const ranks = parts.order !== null;
  const asksTotal = focus.has('total') && dimensions.length === 0;
  const newChart = parts.chart !== null;
  const grain = parts.grain ?? (ranks || asksTotal || focus.has('share') ? null : previous.grain);
  const [current] = previous.periods;
  const { versus } = parts.time;
  // "And the year before?" moves the period; "compared with the year before" sets both side by side.
  const moves =
    current !== undefined &&
    parts.time.against !== null &&
    !focus.has('compare') &&
    !focus.has('change') &&
    /^(and|what|how)/.test(parts.opening);
  const periods = moves
    ? [parts.time.against === 'last_year' ? yearBefore(current) : periodBefore(current)]
    : versus && versus.text !== 'last year'
      ? [...(current ? [current] : []), versus]
      : parts.time.periods.map((period) => toSameYear(period, current, parts.text));
  const against = versus?.text === 'last year' ? 'last_year' : moves ? null : parts.time.against;
  // Three months that were compared, then "for last year": its months, not the year as one.
  const [asked] = parts.time.periods;
  const finer =
    previous.compares &&
    asked?.count === 1 &&
    current !== undefined &&
    current.count > 1 &&
    asked.grain !== current.grain
      ? current.grain
      : null;
  // "By supplier", after a list of late orders: their number by supplier.
  const isList = previous.listed !== null && (dimensions.length > 0 || parts.grain !== null);
  const inMoney =
    (asksMoney.test(parts.text) || /\b(value|worth)\b/.test(parts.text)) && measures.length === 0;
  // "Their total value?", of a list that has more figures beside its own.
  const sums = asksTotal && inMoney && previous.dimensions.length > 0;
  const kepts = isList
    ? [previous.listed ?? '']
    : inMoney
      ? toMoney(previous, kept, vocabulary)
      : previous.measures;
  return {
    ...previous,
    tool: kept,
    measures:
      measures.length > 0
        ? adds.test(parts.text)
          ? [...new Set([...previous.measures, ...measures])]
          : measures
        : kepts,
    dimensions: dimensions.length > 0 ? dimensions : asksTotal ? [] : previous.dimensions,
    grain: grain ?? finer,
    periods: periods.length > 0 ? periods : previous.periods,
    against: against ?? (periods.length > 0 ? null : previous.against),
    // "Compared to Bedding" sets it beside what was asked before.
    names: comparesName(parts) ? parts.names.map((name) => ({ ...name, added: true })) : parts.names,
    // What is named anew replaces what was filtered, kind by kind: resolve-names.ts does that for names.
    filters: [
      ...previous.filters.filter(
        ({ dimension }) => !isOpened(dimension) && !parts.filters.some((own) => own.dimension === dimension),
      ),
      ...parts.filters,
    ],
    order:
      toOrder(parts, measures.length > 0 ? measures : previous.measures) ??
      (parts.grain !== null || asksTotal ? null : previous.order),
    limit: parts.limit ?? (ranks || asksTotal ? null : previous.limit),
    within: dimensions.length > 0 || (parts.grain ?? finer) !== null ? null : previous.within,
    place: parts.place,
    conditions:
      parts.conditions.length > 0
        ? toConditions(parts, kept, measures.length > 0 ? measures : previous.measures, vocabulary)
        : isList || sums || kept !== previous.tool
          ? []
          : previous.conditions,
    chart: newChart ? parts.chart : null,
    otherChart: parts.otherChart,
    // Rows by another unit, or of another time, are a new look: the old comparison is over.
    compares: focus.has('compare') || (previous.compares && parts.grain === null && finer === null),
    changes: focus.has('change') || (previous.changes && parts.grain === null && periods.length === 0),
    trend: previous.trend || focus.has('trend'),
    share: focus.has('share') || (previous.share && !ranks),
    sharesMembers: focus.has('share') ? parts.sharesMembers : previous.sharesMembers,
    why: focus.has('why'),
    falls: parts.falls,
    byRate: asksRate(parts),
    partLast: namesPartLast(parts),
    lists: previous.lists,
    sides: parts.daySides,
    listed: isList || sums || measures.length > 0 ? null : previous.listed,
    counts: focus.has('count'),
    averages: focus.has('average') || /\b(that|it)\b.*\b(per|a) (day|week|month|quarter)\b/.test(parts.text),
    per: previous.per,
    defines: false,
    members: null,
  };
}

/** The figures of a question in money: those that are, or else their siblings that are. */
function toMoney({ measures, tool }: DataQuestion, kept: string, { datasets }: Vocabulary): string[] {
  const own = measures.filter((name) => findTerm({ tool, name }, datasets)?.unit === 'currency');
  return own.length > 0
    ? own
    : measures.map((name) => toSibling({ tool: kept, name }, 'currency', datasets) ?? name);
}
