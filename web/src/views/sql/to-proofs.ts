import type { Turn } from '@tallyboard/contract';
import type { ResultData } from '../../listener/records.ts';
import { formatCell } from '../format/format-cell.ts';

/** A column with its rows, or another word. */
const cellsOrWord = /(?<=^|(?:and|of) )(\w+), rows? (\d+(?:, \d+)*)|\w+/g;

/** A figure of an answer, and what proves it: `sum` of `Revenue, all 3 rows`, `cell` of `Revenue, May 2026 · North`. */
export type Proof = { figure: string; formula: string; cells: string };

/**
 * The figures that a result proves, in the order of the answer, each once; columns are named as its table names them, rows by
 * what they are about, as a table that was sorted has them elsewhere.
 * @param others the results of the answer as far as they are known: a figure may lie between two of them
 */
export function toProofs(
  { text, figures }: Turn,
  own: ResultData,
  locale: string,
  others: ResultData[] = [],
): Proof[] {
  const proofs = figures.flatMap(({ start, end, proof }): [string, Proof][] => {
    if (proof?.resultId !== own.result.resultId) return [];
    const { formula } = proof;
    const [ours = '', id, theirs] = proof.cells.split(/ and (r\d+) /);
    const other = others.find(({ result }) => result.resultId === id);
    const cells =
      nameCells(ours, own, locale) +
      (theirs === undefined
        ? ''
        : ` and ${nameCells(theirs, other ?? { ...own, rows: [] }, locale)} of ${other ? `“${other.result.title}”` : 'another result'}`);
    const figure = text.slice(start, end);
    return [[`${figure} ${formula} ${cells}`, { figure, formula, cells }]];
  });
  return [...new Map(proofs).values()];
}

function nameCells(cells: string, { result, rows }: ResultData, locale: string): string {
  const { columns, scope } = result;
  const context = { locale, currency: scope.currency, timeZone: scope.timeZone };
  const labels = new Map(columns.map(({ name, label }) => [name, label]));
  const nameRow = (number: string) =>
    rows[Number(number) - 1]
      ?.flatMap((cell, index) => {
        const column = columns[index];
        return column?.role === 'dimension' ? [formatCell(cell, column, context)] : [];
      })
      .join(' · ');
  return cells.replace(cellsOrWord, (word, column = word, numbers?: string) => {
    const label = labels.get(column) ?? column;
    const names = numbers?.split(', ').map(nameRow).join(', ');
    return names ? `${label}, ${names}` : label + word.slice(column.length);
  });
}
