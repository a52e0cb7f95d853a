import { formatCell, formatFigure, plain } from './format-figure.ts';
import { lower } from './speak.ts';
import { type Table, total } from './table-of.ts';
import { writeClasses } from './write-classes.ts';
import { writeForecast } from './write-forecast.ts';

/** Rows of a tool that computes its own report: how many there are, what adds up, and the first ones. */
export function writeReport(table: Table, ahead: number | null): string[] {
  const own = writeForecast(table, ahead) ?? writeClasses(table);
  if (own !== null) return own;
  const { result, measures, complete } = table;
  const count = result.rowCount + result.rowsCut;
  const title = plain(result.title.replace(/\.$/, ''));
  if (count === 0) return [`**Nothing was found** (${title}).`];
  const currency = result.scope.currency;
  const limited = result.notes.some((note) => /rows were asked for|left out/.test(note));
  const sums =
    complete && !limited && count > 1 ? measures.filter(({ summable }) => summable).slice(0, 3) : [];
  const added = sums.map(
    (column) => `${lower(column.label)} ${formatFigure(total(table, column), column.unit, currency)}`,
  );
  const [what = title, ...scope] = title.split(', ');
  const where = scope.length > 0 ? ` (${scope.join(', ')})` : '';
  const lead = `**${what}: ${count.toLocaleString('en-US')}**${where}`;
  const names = result.columns
    .filter(({ role, type }) => role !== 'measure' && type === 'string')
    .slice(0, 2);
  const listed = result.rows.slice(0, 5).map((row) => {
    const name = names
      .map((column) => plain(String(table.cell(row, column) ?? '')))
      .filter(Boolean)
      .join(', ');
    const figures = measures
      .slice(0, 3)
      .map((column) => `${lower(column.label)} ${formatCell(table.cell(row, column), column, currency)}`);
    return `- ${name}${figures.length > 0 ? `: ${figures.join(', ')}` : ''}`;
  });
  return [added.length > 0 ? `${lead}. Together: ${added.join(', ')}.` : `${lead}.`, listed.join('\n')];
}
