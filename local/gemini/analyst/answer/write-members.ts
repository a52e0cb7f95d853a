import type { Cell, ResultColumn } from '../conversation/read-steps.ts';
import { isBadWhenHigh } from '../parts/to-order.ts';
import type { DataQuestion } from '../question/question.ts';
import type { View } from '../reads/view.ts';
import { spellNumber, spellOrdinal } from '../vocabulary/numbers.ts';
import { findWithoutRow } from './find-without-row.ts';
import { capital, formatCell, formatFigure, formatPercent, joinNames, plain } from './format-figure.ts';
import { lower, speakFilters, speakTime } from './speak.ts';
import { type Table, total } from './table-of.ts';
import { toPlural, writeNames } from './write-names.ts';
import { writeBothEnds, writeStretch } from './write-places.ts';

/** Parts of a whole are all told, where they are few. */
const mostShares = 13;

/** Sentences about rows by product, region and the like: who leads, with which part of the whole. */
export function writeMembers(table: Table, view: View, question: DataQuestion): string[] {
  const { dimensions, measures, result } = table;
  const [measure] = measures;
  const [dimension] = dimensions;
  if (!measure || !dimension) return [];
  if (question.members !== null) return [writeNames(table, question)];
  const direction = view.ranked ?? 'desc';
  const sorted = toRanked(table, measure, direction);
  // What has no region takes no place among the regions.
  const unnamed = sorted.find((row) => isUnnamed(table, row));
  const rows = [...sorted.filter((row) => row !== unnamed), ...(unnamed ? [unnamed] : [])];
  const place = question.place === 'ends' ? 1 : (question.place?.from ?? 1);
  const first = rows[place - 1];
  if (!first && rows.length > 0)
    return [`**There are only ${spellNumber(rows.length)}**, so none is in that place.`];
  if (!first) return [];
  const currency = result.scope.currency;
  const limited = result.notes.some((note) => /rows were asked for/.test(note));
  const whole =
    measure.summable &&
    table.complete &&
    !limited &&
    rows.length > 1 &&
    question.conditions.length === 0 &&
    isWhole(table, measure)
      ? total(table, measure)
      : null;
  const shareColumn = measures.find(({ name }) => name.endsWith('_share'));
  const share = (row: Cell[]) => {
    if (shareColumn) return formatCell(table.cell(row, shareColumn), shareColumn, currency);
    return whole !== null && whole > 0 ? formatPercent(table.number(row, measure) / whole) : null;
  };
  const figure = (row: Cell[]) => formatCell(table.cell(row, measure), measure, currency);
  const name = (row: Cell[]) =>
    dimensions.map((column) => plain(String(table.cell(row, column) ?? ''))).join(', ');
  const when = speakTime(result, view);
  const told = { rows, name, figure, of: `${lower(measure.label)} ${when}` };
  if (question.place === 'ends') {
    const named = { ...told, rows: rows.filter((row) => row !== unnamed) };
    return writeBothEnds(named, question.limit ?? 1, table.complete && !limited);
  }
  if (question.place !== null && question.place.to > question.place.from)
    return writeStretch(told, question.place, direction);
  const lines: string[] = [];
  const mean = question.averages
    ? writeMean(
        table,
        rows.filter((row) => row !== unnamed),
        when,
      )
    : null;
  if (mean !== null) lines.push(mean.text);
  const wanted = new Set(view.highlight.map((value) => value.toLowerCase()));
  const parts = rows.filter((row) => wanted.has(String(table.cell(row, dimension)).toLowerCase()));
  const [highlighted] = parts;
  const together = parts.length > 1 && whole !== null && whole > 0 ? total(table, measure, parts) : null;
  const part =
    together !== null && whole !== null ? formatPercent(together / whole) : share(highlighted ?? first);
  const filters = speakFilters(result);
  const within = filters.length > 0 ? ` with ${joinNames(filters.map(plain))}` : '';
  if (highlighted && part)
    lines.push(
      `**${capital(joinNames(parts.map(name)))} made ${part} of ${lower(measure.label)}${within} ${when}**: ${together === null ? figure(highlighted) : formatFigure(together, measure.unit, currency)}.`,
    );
  else if (!mean?.isKnown) {
    const top = isBadWhenHigh(measure.name) || measure.unit === 'days' ? 'is highest' : 'leads';
    const placed = `is ${spellOrdinal(place)} ${direction === 'asc' ? 'from the bottom' : 'from the top'}`;
    const edge = direction === 'asc' ? 'is lowest' : rows.length === 1 ? 'comes' : top;
    const verb = place > 1 ? placed : edge;
    const outOf =
      part && rows.length > 1
        ? `, ${part} of ${whole === null ? 'the total' : `the ${formatFigure(whole, measure.unit, currency)} total`}`
        : '';
    const tied = place > 1 ? [first] : rows.filter((row) => figure(row) === figure(first));
    const lead =
      tied.length > 1
        ? writeTied(tied.map(name), rows.length, limited, edge)
        : `${capital(name(first))} ${verb}`;
    const rest =
      unnamed && unnamed !== first && rows.length > 2 ? ` ${name(unnamed)}: ${figure(unnamed)}.` : '';
    lines.push(
      `**${lead} with ${figure(first)}**${tied.length > 1 ? '' : outOf} (${lower(measure.label)} ${when}).${rest}`,
    );
  }
  const listed = rows.slice(
    0,
    question.limit !== null && question.limit <= 10
      ? question.limit
      : Math.min(rows.length, question.share && rows.length <= mostShares ? mostShares : 5),
  );
  if (rows.length > 1) {
    const others = measures
      .slice(1)
      .filter((column) => column !== shareColumn)
      .slice(0, 2);
    lines.push(
      listed
        .map((row, index) => {
          const extra = others
            .map(
              (column) => `, ${lower(column.label)} ${formatCell(table.cell(row, column), column, currency)}`,
            )
            .join('');
          const of = share(row) ? ` (${share(row)})` : '';
          const at = row === unnamed ? '-' : `${index + 1}.`;
          return `${at} ${name(row)}: ${figure(row)}${of}${extra}`;
        })
        .join('\n'),
    );
  }
  const missing = limited ? [] : findWithoutRow(question, dimension.name, rows.map(name));
  if (missing.length > 0)
    lines.push(`There is nothing of ${joinNames(missing.map(plain))} in the records for this.`);
  const [larger, smaller] = rows;
  const isPair = question.compares && rows.length === 2 && measure.unit !== 'fraction' && !limited;
  if (isPair && larger && smaller && question.dimensions.length < 2) {
    const apart = Math.abs(table.number(larger, measure) - table.number(smaller, measure));
    lines.push(`The difference is ${formatFigure(apart, measure.unit, currency)}.`);
  }
  if (question.limit !== null && rows.length > 1 && measure.summable) {
    const sum = writeTogether(
      table,
      { measure, rows: rows.slice(0, question.limit), whole: limited ? null : whole },
      question,
    );
    if (sum !== null && question.asOne) lines.splice(0, 1, `**${sum.lead}** (${told.of}).${sum.part}`);
    else if (sum !== null) lines.push(`${sum.lead}.${sum.part}`);
  }
  if (limited && rows.length > 1)
    lines.push(
      `These are the ${spellNumber(rows.length)} ${direction === 'asc' ? 'lowest' : 'highest'}; there may be more.`,
    );
  return lines;
}

/** "How much comes from the top ten?", "their combined revenue" */
function writeTogether(
  table: Table,
  { measure, rows, whole }: { measure: ResultColumn; rows: Cell[][]; whole: number | null },
  { asOne, share }: DataQuestion,
): { lead: string; part: string } | null {
  const shares = table.measures.find(({ name }) => name.endsWith('_share'));
  const isShare = share && (shares !== undefined || whole !== null);
  if (rows.length < 2 || !(asOne || isShare)) return null;
  const sum = total(table, measure, rows);
  const part = shares ? total(table, shares, rows) : share && whole ? sum / whole : null;
  return {
    lead: `The ${spellNumber(rows.length)} together make ${formatFigure(sum, measure.unit, table.result.scope.currency)}`,
    part: part === null ? '' : ` That is ${formatPercent(part)} of all.`,
  };
}

/** What goes up here and down there has no parts. */
function isWhole(table: Table, measure: ResultColumn): boolean {
  return table.result.rows.every((row) => table.number(row, measure) >= 0);
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

/** In order, those without a figure last. */
function toRanked(table: Table, measure: ResultColumn, direction: 'asc' | 'desc'): Cell[][] {
  const isKnown = (row: Cell[]) => typeof table.cell(row, measure) === 'number';
  const sign = direction === 'asc' ? 1 : -1;
  const sorted = table.result.rows.toSorted(
    (a, b) => sign * (table.number(a, measure) - table.number(b, measure)),
  );
  return [...sorted.filter(isKnown), ...sorted.filter((row) => !isKnown(row))];
}

/** "No region": what is left when all that have one are told apart leads nothing. */
function isUnnamed(table: Table, row: Cell[]): boolean {
  const [dimension, ...others] = table.dimensions;
  return (
    dimension !== undefined &&
    others.length === 0 &&
    String(table.cell(row, dimension)) === `No ${lower(dimension.label)}`
  );
}

/** "A and B are highest", "all four are the same". */
function writeTied(names: string[], count: number, limited: boolean, edge: string): string {
  if (names.length === count && !limited) return `All ${spellNumber(count)} are the same,`;
  const verb = edge.replace(/^is /, 'are ').replace(/^leads$/, 'lead');
  return names.length <= 3 ? `${capital(joinNames(names))} ${verb}` : `Several ${verb}`;
}
