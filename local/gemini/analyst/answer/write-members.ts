import type { Cell } from '../conversation/read-steps.ts';
import { isBadWhenHigh } from '../parts/to-order.ts';
import type { DataQuestion } from '../question/question.ts';
import type { View } from '../reads/view.ts';
import { spellNumber, spellOrdinal } from '../vocabulary/numbers.ts';
import { capital, formatCell, formatFigure, formatPercent, joinNames, plain } from './format-figure.ts';
import { lower, speakFilters } from './speak.ts';
import { type Table, total } from './table-of.ts';
import { type Ranking, toRanking } from './to-ranking.ts';
import { toPlural, writeNames } from './write-names.ts';
import { writeBothEnds, writeStretch } from './write-places.ts';

/** Parts of a whole are all told, where they are few. */
const mostShares = 13;

/** Sentences about rows by product, region and the like: who leads, with which part of the whole. */
export function writeMembers(table: Table, view: View, question: DataQuestion): string[] {
  const [measure] = table.measures;
  const [dimension] = table.dimensions;
  if (!measure || !dimension) return [];
  if (question.members !== null) return [writeNames(table, question)];
  const ranking = toRanking(table, measure, view, question);
  const { rows, named, name, direction, limited, when } = ranking;
  const place = question.place === 'ends' ? 1 : (question.place?.from ?? 1);
  const first = rows[place - 1];
  if (!first && rows.length > 0)
    return [`**There are only ${spellNumber(rows.length)}**, so none is in that place.`];
  if (!first) return [];
  const told = { ...ranking, of: `${lower(measure.label)} ${when}` };
  if (question.place === 'ends')
    return writeBothEnds({ ...told, rows: named }, question.limit ?? 1, table.complete && !limited);
  if (question.place !== null && question.place.to > question.place.from)
    return writeStretch(told, question.place, direction);
  const mean = question.averages ? writeMean(table, named, when) : null;
  const lead = writePart(ranking) ?? (mean?.isKnown ? null : writeLeader(ranking, first, place));
  const missing = limited ? [] : findWithoutRow(question, dimension.name, rows.map(name));
  const sum = writeTogether(ranking);
  const lines = [
    ...(mean === null ? [] : [mean.text]),
    ...(lead === null ? [] : [lead]),
    ...(rows.length > 1 ? [writeList(ranking)] : []),
    ...(missing.length > 0
      ? [`There is nothing of ${joinNames(missing.map(plain))} in the records for this.`]
      : []),
    ...writeGap(ranking),
  ];
  if (sum !== null && question.asOne) lines.splice(0, 1, `**${sum.lead}** (${told.of}).${sum.part}`);
  else if (sum !== null) lines.push(`${sum.lead}.${sum.part}`);
  if (limited && rows.length > 1)
    lines.push(
      `${countListed(ranking) < rows.length ? 'Shown are' : 'These are'} the ${spellNumber(rows.length)} ${direction === 'asc' ? 'lowest' : 'highest'}; there may be more.`,
    );
  return lines;
}

/** Those that were asked for by name, as a part of all. */
function writePart(ranking: Ranking): string | null {
  const { table, view, measure, rows, whole, shares, when, name, figure, share } = ranking;
  const { result, dimensions } = table;
  const [dimension] = dimensions;
  const wanted = new Set(view.highlight.map((value) => value.toLowerCase()));
  const parts = rows.filter(
    (row) => dimension && wanted.has(String(table.cell(row, dimension)).toLowerCase()),
  );
  const [highlighted] = parts;
  if (!highlighted) return null;
  const together = parts.length > 1 && measure.summable ? total(table, measure, parts) : null;
  // Of a few of many rows the whole is not here, but the share of each is.
  const shareOfAll = (sum: number) => {
    if (whole !== null && whole > 0) return formatPercent(sum / whole);
    const areAll = parts.length === wanted.size && shares !== undefined;
    return areAll ? formatPercent(total(table, shares, parts)) : null;
  };
  const part = together === null ? share(highlighted) : shareOfAll(together);
  if (part === null) return null;
  const filters = speakFilters(result);
  const within = filters.length > 0 ? ` with ${joinNames(filters.map(plain))}` : '';
  const sum =
    together === null ? figure(highlighted) : formatFigure(together, measure.unit, result.scope.currency);
  return `**${capital(joinNames(parts.map(name)))} made ${part} of ${lower(measure.label)}${within} ${when}**: ${sum}.`;
}

/** Who leads, or has the place that was asked for, and what has no name. */
function writeLeader(ranking: Ranking, first: Cell[], place: number): string {
  const { table, measure, direction, rows, unnamed, limited, whole, when, name, figure, share } = ranking;
  const top = isBadWhenHigh(measure.name) || measure.unit === 'days' ? 'is highest' : 'leads';
  const placed = `is ${spellOrdinal(place)} ${direction === 'asc' ? 'from the bottom' : 'from the top'}`;
  const edge = direction === 'asc' ? 'is lowest' : rows.length === 1 ? 'comes' : top;
  const all =
    whole === null
      ? 'the total'
      : `the ${formatFigure(whole, measure.unit, table.result.scope.currency)} total`;
  const part = share(first);
  const tied = place > 1 ? [first] : rows.filter((row) => figure(row) === figure(first));
  const lead =
    tied.length > 1
      ? writeTied(tied.map(name), rows.length, limited, edge)
      : `${capital(name(first))} ${place > 1 ? placed : edge}`;
  const outOf = part && rows.length > 1 && tied.length === 1 ? `, ${part} of ${all}` : '';
  const rest =
    unnamed && unnamed !== first && rows.length > 2 ? ` ${name(unnamed)}: ${figure(unnamed)}.` : '';
  return `**${lead} with ${figure(first)}**${outOf} (${lower(measure.label)} ${when}).${rest}`;
}

/** The first of them, a line each, with two other figures at most. */
function writeList(ranking: Ranking): string {
  const { table, rows, shares, unnamed, name, figure, share } = ranking;
  const others = table.measures
    .slice(1)
    .filter((column) => column !== shares)
    .slice(0, 2);
  const { currency } = table.result.scope;
  return rows
    .slice(0, countListed(ranking))
    .map((row, index) => {
      const extra = others.map(
        (column) => `, ${lower(column.label)} ${formatCell(table.cell(row, column), column, currency)}`,
      );
      const of = share(row) ? ` (${share(row)})` : '';
      return `${row === unnamed ? '-' : `${index + 1}.`} ${name(row)}: ${figure(row)}${of}${extra.join('')}`;
    })
    .join('\n');
}

function countListed({ question: { limit, share }, rows }: Ranking): number {
  if (limit !== null && limit <= 10) return limit;
  return Math.min(rows.length, share && rows.length <= mostShares ? mostShares : 5);
}

/** How far two that are compared are apart. */
function writeGap({ table, measure, question, rows, limited }: Ranking): string[] {
  const [larger, smaller] = rows;
  // "Did we sell more online or in store?" sets them against each other, too.
  const isSet = question.compares || question.names.some(({ against }) => against !== undefined);
  const isPair = isSet && rows.length === 2 && measure.unit !== 'fraction' && !limited;
  if (!isPair || !larger || !smaller || question.dimensions.length > 1) return [];
  const apart = Math.abs(table.number(larger, measure) - table.number(smaller, measure));
  return [`The difference is ${formatFigure(apart, measure.unit, table.result.scope.currency)}.`];
}

/** "How much comes from the top ten?", "their combined revenue" */
function writeTogether({
  table,
  question,
  measure,
  rows: all,
  whole,
  shares,
}: Ranking): { lead: string; part: string } | null {
  const { asOne, share, limit } = question;
  const rows = all.slice(0, limit ?? 0);
  const isShare = share && (shares !== undefined || whole !== null);
  if (!measure.summable || rows.length < 2 || !(asOne || isShare)) return null;
  const sum = total(table, measure, rows);
  const part = shares ? total(table, shares, rows) : share && whole ? sum / whole : null;
  return {
    lead: `The ${spellNumber(rows.length)} together make ${formatFigure(sum, measure.unit, table.result.scope.currency)}`,
    part: part === null ? '' : ` That is ${formatPercent(part)} of all.`,
  };
}

/** "Average revenue per region": over those that there are; null where it is none of a sum. */
function writeMean(
  { result, measures, dimensions, complete, ...table }: Table,
  rows: Cell[][],
  when: string,
): { text: string; isKnown: boolean } | null {
  const [[measure], [dimension, other]] = [measures, dimensions];
  const isSum = measure?.summable && !/^average_/.test(measure.name) && measure.unit !== 'fraction';
  if (!isSum || !dimension || other || rows.length < 2) return null;
  const noun = lower(dimension.label);
  const [one, many] = [toPlural(noun, 1), toPlural(noun, 2)];
  const limited = result.notes.some((note) => /rows were asked for/.test(note));
  if (!complete || limited)
    return {
      text: `There are more ${many} than can be read at once, so their mean is not known.`,
      isKnown: false,
    };
  if (rows.length < result.rows.length)
    return { text: `What has no ${one} is in no mean of the ${many}, so none is told.`, isKnown: false };
  const unit = measure.unit === 'currency' ? 'currency' : 'none';
  const sum = rows.reduce((total, row) => total + table.number(row, measure), 0);
  const mean = formatFigure(sum / rows.length, unit, result.scope.currency);
  const of = `over ${spellNumber(rows.length)} ${many} that have any`;
  return { text: `**${measure.label} averaged ${mean} a ${one} ${when}**, ${of}.`, isKnown: true };
}

/** "A and B are highest", "all four are the same". */
function writeTied(names: string[], count: number, limited: boolean, edge: string): string {
  if (names.length === count && !limited) return `All ${spellNumber(count)} are the same,`;
  const verb = edge.replace(/^is /, 'are ').replace(/^leads$/, 'lead');
  return names.length <= 3 ? `${capital(joinNames(names))} ${verb}` : `Several ${verb}`;
}

/** Names that were set side by side, of which there is no row. */
function findWithoutRow(
  { filters, conditions, dimensions }: DataQuestion,
  dimension: string,
  found: string[],
): string[] {
  const own = filters.find((filter) => filter.dimension === dimension && filter.op === 'is');
  const isPlain = conditions.length === 0 && dimensions.length < 2;
  if (!own || !isPlain || own.values.length > mostMissing) return [];
  const there = new Set(found.map((one) => one.toLowerCase()));
  return own.values.filter((value) => !there.has(plain(value).toLowerCase()));
}

const mostMissing = 6;
