import { formatCell, nameBucket, plain } from '../answer/format-figure.ts';
import { lower } from '../answer/speak.ts';
import { type Table, tableOf } from '../answer/table-of.ts';
import type { ToolResult } from '../conversation/read-steps.ts';
import type { Answered } from '../decide.ts';
import { isOrdinaryNoun } from '../names/choose-entry.ts';
import { addDays, type Day } from '../time/calendar.ts';
import { toLemma } from '../vocabulary/words.ts';
import type { Read } from './plan-reads.ts';

/** Tools whose figures may be zero because nothing of the kind is kept at all. */
const eventTools = /^(query_sales|get_sales_by_month|get_purchase_orders|get_stock_movements)$/;

/**
 * Reads that tell a zero of the period from what these records never hold: the figure over all time, of everything and of what
 * was asked about.
 */
export function planEverReads({ read, result }: { read: Read; result: ToolResult }): Read[] {
  const [measure] = tableOf(result).measures;
  if (!measure || !eventTools.test(read.tool) || !isZero(result) || result.rowsCut > 0) return [];
  const tool = read.tool === 'get_sales_by_month' ? 'query_sales' : read.tool;
  const args = { measures: [measure.name], period: 'all time' };
  const { filters } = read.args;
  const hasFilters = Array.isArray(filters) && filters.length > 0;
  return [
    { role: 'ever', tool, args },
    ...(hasFilters && read.args.period !== args.period
      ? [{ role: 'ever' as const, tool, args: { ...args, filters } }]
      : []),
  ];
}

/** Where nothing is due, or a forecast begins long ago: a read that fails with the last day, if the data ended some time ago. */
export function planEndRead({ tool, args }: Read, result: ToolResult, today: Day): Read[] {
  const { by, measures } = args;
  if (by === 'expected' && result.rows.length === 0)
    return [{ role: 'end', tool, args: { measures, period: 'last 7 days' } }];
  const { time, cell } = tableOf(result);
  const forecast = result.columns.find(({ name }) => name === 'forecast');
  const first = forecast && result.rows.find((row) => typeof cell(row, forecast) === 'number');
  const isOver = time && first && addDays(String(cell(first, time)), 31) < today;
  return isOver
    ? [{ role: 'end', tool: 'query_sales', args: { measures: ['units'], period: 'last 7 days' } }]
    : [];
}

/** Whether no row has a figure other than zero. */
function isZero(result: ToolResult): boolean {
  const { measures, number } = tableOf(result);
  return result.rows.every((row) => measures.every((measure) => number(row, measure) === 0));
}

/** Why there is nothing to tell or to draw; null where there is. */
export function speakNothing(answered: Answered): string | null {
  const { reads, question } = answered;
  if (question.kind !== 'data') return null;
  const clash = speakClash(answered);
  if (clash !== null) return clash;
  const main = reads.find(({ read }) => read.role === 'main')?.step?.outcome;
  if (main?.kind !== 'result') return null;
  const table = tableOf(main.result);
  const [measure] = table.measures;
  if (!measure) return null;
  const lone = speakLone(answered, table);
  if (lone !== null) return lone;
  const dimension = findEmptySplit(table);
  if (dimension !== null) {
    const where = question.filters.length > 0 ? 'asked about' : 'in these records';
    return `**Nothing ${where} has a ${dimension}**, so ${lower(measure.label)} cannot be split by it.`;
  }
  const only = findOnlyTime(table);
  if (only !== null)
    return `**${measure.label} is on record for ${only} only**, so how it developed over time cannot be told.`;
  const [whole] = readEver(reads);
  if (!whole || !isZero(whole)) return null;
  const [is, it] = /[^s]s$/.test(measure.label) ? ['are', 'they'] : ['is', 'it'];
  return `**${measure.label} ${is} zero in all of these records**, so ${it} may not be kept here at all.`;
}

/** "Halden tents", where the one tent is of another brand: a word that was taken for a name of which there is nothing with the rest. */
function speakClash(answered: Answered): string | null {
  const [, ever] = readEver(answered.reads);
  const taken = findTaken(answered);
  if (!ever || !isZero(ever) || !taken || answered.resolution.found.length < 2) return null;
  return `**Nothing is recorded of that**: the nearest name to "${taken.text}" is ${taken.name}, of which nothing is recorded together with the rest of the question, so "${taken.text}" may mean something else.`;
}

/** "The best-selling beer", where one product is called so: there may be others that do not say what they are. */
function speakLone(answered: Answered, { dimensions, result }: Table): string | null {
  const { question } = answered;
  const ranks = question.kind === 'data' && (question.order !== null || question.members !== null);
  const isOfProducts = dimensions.length === 1 && dimensions[0]?.name === 'product';
  const taken = findTaken(answered);
  if (!ranks || !isOfProducts || result.rowCount !== 1 || taken?.kind !== 'product') return null;
  return `**Only ${taken.name} has "${taken.text}" in its name**, so there is nothing to rank: which others are one, the records do not say.`;
}

/** A common noun that was taken for the one thing that has it in its name. */
function findTaken({ resolution: { found } }: Answered): { text: string; name: string; kind: string } | null {
  const taken = found.find(
    ({ mention: { text }, takenFor }) =>
      takenFor !== null && isOrdinaryNoun(text) && toLemma(text) !== toLemma(takenFor.toLowerCase()),
  );
  if (!taken) return null;
  const { mention, takenFor, filter } = taken;
  return { text: plain(mention.text), name: plain(takenFor ?? ''), kind: filter.dimension };
}

/** The figure over all time beside one that is zero in the period asked for. */
export function speakEver({ reads }: Answered): string {
  const [, result] = readEver(reads);
  if (!result) return '';
  const { measures, cell } = tableOf(result);
  const [row] = result.rows;
  const [measure] = measures;
  if (!measure || !row || isZero(result)) return 'Nothing of it is recorded at any other time either.';
  const figure = formatCell(cell(row, measure), measure, result.scope.currency);
  return `Over all the time on record it was ${figure}.`;
}

function readEver(reads: Answered['reads']): ToolResult[] {
  return reads.flatMap(({ read, step }) =>
    read.role === 'ever' && step?.outcome.kind === 'result' ? [step.outcome.result] : [],
  );
}

/** The one period of a series that begins with it: before that there are no records. */
function findOnlyTime({ time, result, cell }: Table): string | null {
  if (!time?.grain || !result.notes.some((note) => note.startsWith('The data begins on'))) return null;
  const buckets = new Set(result.rows.map((row) => String(cell(row, time))));
  const [only] = buckets;
  return only !== undefined && buckets.size === 1 ? nameBucket(only, time.grain) : null;
}

/** The one member of a split is the one without a name: "No brand". */
function findEmptySplit(table: Table): string | null {
  const [dimension, ...others] = table.dimensions;
  const [row] = table.result.rows;
  if (!dimension || !row || others.length > 0 || table.result.rowCount > 1 || table.result.rowsCut > 0)
    return null;
  const isEmpty = String(table.cell(row, dimension)) === `No ${lower(dimension.label)}`;
  return isEmpty ? lower(dimension.label) : null;
}
