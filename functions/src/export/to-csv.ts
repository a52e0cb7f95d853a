import { type Cell, type Scope, unitLabel, withUnit } from '@tallyboard/contract';
import { stringify } from 'csv-stringify/sync';
import type { ConversationRecord, ResultRecord } from './conversation-record.ts';

/**
 * The tables of a conversation in one file, as a spreadsheet opens it: for each result a block with the question, the
 * title and the scope, then the headings with their units and the rows, and an empty line between blocks. RFC 4180 with a byte order mark,
 * so that Excel reads it as UTF-8; numbers are plain, with a point. Written result by result.
 */
export async function* toCsv({ conversation, turns }: ConversationRecord): AsyncGenerator<string> {
  yield byteOrderMark;
  let separator = '';
  for await (const { turn, results } of turns) {
    for (const result of results) {
      yield separator + toText(toBlock(turn.question, result));
      separator = '\r\n';
    }
  }
  if (separator !== '') return;
  yield toText([
    ['Conversation', conversation.title],
    ['No tables', 'This conversation has no data tables.'],
  ]);
}

const byteOrderMark = '\ufeff';

function toText(records: Cell[][]): string {
  return stringify(
    records.map((record) => record.map(toSafeCell)),
    // Quoted text keeps a semicolon or tab within its cell where a locale separates by them.
    { record_delimiter: 'windows', quoted_string: true, escape_formulas: true, cast: { boolean: String } },
  );
}

function toBlock(question: string, result: ResultRecord): Cell[][] {
  return [
    ['Question', question],
    ['Table', result.title],
    ...toScopeRows(result.scope),
    ['Rows', result.rowCount],
    ...(result.rowsCut > 0 ? [['Rows left out', result.rowsCut]] : []),
    result.columns.map(({ label, unit }) => withUnit(label, unitLabel(unit, result.scope.currency))),
    ...result.rows,
  ];
}

function toScopeRows({ period, warehouses, filters, currency, timeZone, dataAsOf }: Scope): Cell[][] {
  const names = warehouses.names.length > 0 ? warehouses.names : warehouses.ids;
  return [
    ...(period ? [['Period', `${period.start} to ${period.end}`, period.label]] : []),
    ['Warehouses', warehouses.all ? 'All' : names.join(', ')],
    ...(filters.length > 0 ? [['Filters', ...filters]] : []),
    ['Currency', currency],
    ['Time zone', timeZone],
    ...(dataAsOf ? [['Data as of', dataAsOf]] : []),
  ];
}

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe before it. csv-stringify does this by the first
 * character; here also behind blanks and invisible characters, which some programs trim. Numbers stay numbers.
 * Source: https://owasp.org/www-community/attacks/CSV_Injection
 */
function toSafeCell(cell: Cell): Cell {
  return typeof cell === 'string' && hiddenFormula.test(cell) ? `'${cell}` : cell;
}

const hiddenFormula = /^[\s\p{Cc}\p{Cf}]+[=+\-@＝＋－＠]/u;
