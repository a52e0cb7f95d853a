import type { Cell, ResultColumn } from '../conversation/read-steps.ts';
import type { ReportQuestion } from '../question/question.ts';
import { isPickedOut } from '../reads/plan-other-reads.ts';
import { spellNumber } from '../vocabulary/numbers.ts';
import { toWords } from '../vocabulary/to-words.ts';
import { formatCell, formatFigure, plain } from './format-figure.ts';
import { lower, speakFilters } from './speak.ts';
import { type Table, total } from './table-of.ts';
import { isWithin, speakBound } from './write-bounded.ts';
import { writeClasses } from './write-classes.ts';
import { writeForecast } from './write-forecast.ts';
import { writeGroups } from './write-groups.ts';

/** Rows of a tool that computes its own report: how many there are, what adds up, and the first ones. */
export function writeReport(whole: Table, report: ReportQuestion): string[] {
  const { ahead, filters, conditions, reasons, classes, by } = report;
  const own = writeForecast(whole, ahead) ?? writeClasses(whole, filters.filter(isPickedOut), classes);
  if (own !== null) return own;
  const kept = narrow(whole, conditions, reasons);
  if (kept === null)
    return ['**That bound is on no figure of this list**, so I cannot tell the rows apart by it.'];
  const { table, said } = kept;
  const { result, complete } = table;
  const measures = leading(table.measures, report.lead);
  const isNarrowed = said !== '';
  const count = isNarrowed ? result.rows.length : result.rowCount + result.rowsCut;
  const title = plain(result.title.replace(/\.$/, ''));
  const within = speakFilters(result).map(plain).join('; ');
  if (count === 0) return [`**Nothing was found**${said} (${[title, within].filter(Boolean).join('; ')}).`];
  const currency = result.scope.currency;
  const limited = result.notes.some((note) => /rows were (asked for|left out)/.test(note));
  const isWhole = complete && !limited && count > 1;
  // What is left within a bound adds up to a figure that no tool has told.
  const sums =
    isWhole && conditions.length === 0 ? measures.filter(({ summable }) => summable).slice(0, 3) : [];
  const added = sums.map(
    (column) => `${lower(column.label)} ${formatFigure(total(table, column), column.unit, currency)}`,
  );
  const [what = title, ...scope] = title.split(', ');
  const where =
    scope.length > 0 || within !== '' ? ` (${[scope.join(', '), within].filter(Boolean).join('; ')})` : '';
  // Of a list that was cut, or is narrowed here, only the rows that came can be counted.
  const number =
    result.rows.length < count && (result.rowsCut > 0 || isNarrowed)
      ? `the first ${spellNumber(result.rows.length)}`
      : count.toLocaleString('en-US');
  const group = by === null ? undefined : result.columns.find(({ name }) => name === by);
  if (by !== null && count > 1 && !(group && isWhole))
    return [`**That list cannot be told by ${toWords(by)}** with no more than some of its rows.`];
  const lead = `**${what}${said}: ${number}**${where}`;
  const texts = result.columns.filter(({ role, type }) => role !== 'measure' && type === 'string');
  // The first or the last order of a customer.
  const dates = result.columns.filter(({ name }) => name === 'order_day');
  const dimensions = texts.filter(({ role }) => role === 'dimension');
  const names = (dimensions.length > 1 ? dimensions : texts).slice(0, 2);
  const listed = result.rows.slice(0, 5).map((row) => {
    const name = names
      .map((column) => plain(String(table.cell(row, column) ?? '')))
      .filter(Boolean)
      .join(', ');
    const figures = measures
      .slice(0, 3)
      .map((column) => `${lower(column.label)} ${formatCell(table.cell(row, column), column, currency)}`);
    const days = dates.map((column) => `${lower(column.label)} ${table.cell(row, column)}`);
    return `- ${name}${figures.length + days.length > 0 ? `: ${[...days, ...figures].join(', ')}` : ''}`;
  });
  return [
    added.length > 0 ? `${lead}. Together: ${added.join(', ')}.` : `${lead}.`,
    group && count > 1
      ? writeGroups(table, group, isNarrowed ? [] : sums, report.ranks ?? null)
      : listed.join('\n'),
  ];
}

/** "In units", "total stock value": the figures that are asked for come first. */
function leading(measures: ResultColumn[], lead: string | null): ResultColumn[] {
  const isLead = ({ name, unit }: ResultColumn) => name === lead || (lead === 'units' && unit === 'units');
  return lead === null ? measures : measures.toSorted((a, b) => Number(isLead(b)) - Number(isLead(a)));
}

type Narrowed = { table: Table; said: string };

/**
 * The rows within the bounds, which the tool does not tell apart, and of the kinds that were asked for ("dead stock" is what was not
 * sold or is discontinued), where it was not asked for them alone. Null where a bound is on no column.
 */
function narrow(table: Table, conditions: ReportQuestion['conditions'], reasons: string[]): Narrowed | null {
  const { result, measures } = table;
  const why = result.columns.find(
    ({ role, type, label }) => role === 'detail' && type === 'string' && label === 'Why',
  );
  const bounds: { condition: ReportQuestion['conditions'][number]; column: ResultColumn }[] = [];
  for (const condition of conditions) {
    const named = measures.find(({ name }) => name === condition.measure);
    const ofUnit = measures.filter(({ unit }) => unit === condition.unit);
    const worth = reasons.includes('overstocked') ? 'overstock_value' : 'stock_value';
    const column = named ?? ofUnit.find(({ name }) => name === worth) ?? ofUnit[0];
    if (!column) return null;
    bounds.push({ condition, column });
  }
  const isOfKind = (row: Cell[]) =>
    why === undefined || reasons.length === 0 || reasons.includes(String(table.cell(row, why)));
  const holds = (row: Cell[]) =>
    bounds.every(({ condition, column }) => isWithin(table.number(row, column), condition));
  const rows = result.rows.filter((row) => isOfKind(row) && holds(row));
  const isRead = result.title.includes(`(${reasons.join(' or ')})`);
  const words = [
    ...(why !== undefined && reasons.length > 0 && !isRead ? [reasons.join(' or ')] : []),
    ...bounds.map(({ condition, column }) => speakBound({ ...condition, column }, result.scope.currency)),
  ];
  const said = words.length > 0 ? `, ${words.join(', ')}` : '';
  return { table: { ...table, result: { ...result, rows } }, said };
}
