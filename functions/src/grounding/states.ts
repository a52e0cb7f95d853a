import type { Numeral } from './find-numerals.ts';
import type { Candidate } from './formulas.ts';
import type { GroundedResult } from './grounded-result.ts';
import type { MentionedValue } from './mentions.ts';

/** What rows are in words of their own ("run out before delivery", "customers fell"), and the rows that are so. */
export type State = { resultId: string; columnIndex: number; words: string[]; is: string; rows: Set<number> };

/** A detail with more values than this tells rows apart, and sorts them into no few states. */
const maxStates = 12;

/** None where rows were cut: how many of a state there are is not known then. */
export function toStates(result: GroundedResult): State[] {
  return result.limited || result.rowsCut > 0 ? [] : [...toDetails(result), ...toMoves(result)];
}

/** What a detail says of each row. */
function toDetails({ resultId, columns, rows }: GroundedResult): State[] {
  return columns.flatMap(({ name, type, role }, columnIndex) => {
    if (type !== 'string' || role !== 'detail') return [];
    const byValue = Map.groupBy(rows.keys(), (row) => String(rows[row]?.[columnIndex] ?? ''));
    if (byValue.size > maxStates) return [];
    // A capital begins a name, and "12 Bikes" are units.
    const states = [...byValue].filter(([value]) => /^\p{Ll}/u.test(value));
    return states.map(([value, of]) => ({
      ...{ resultId, columnIndex, is: `${name} is ${value}`, rows: new Set(of) },
      // One runs out, five run out.
      words: [value, value.replace(/^(\p{L}+)s /u, '$1 ')],
    }));
  });
}

/** The members of a comparison that rose and those that fell: "46 customers fell". */
function toMoves({ resultId, columns, rows }: GroundedResult): State[] {
  const at = columns.findIndex(({ role }) => role === 'dimension');
  const label = columns[at]?.label.toLowerCase();
  // What is added up in one row has moved as members that are not told apart.
  if (label === undefined || rows.some((row) => row[at] === 'All others')) return [];
  // Sales without a customer are of none.
  const named = [...rows.keys()].filter((row) => rows[row]?.[at] !== `No ${label}`);
  const members = /[^aeiou]y$/.test(label) ? label.replace(/y$/, 'ies') : `${label}s`;
  return columns.flatMap(({ name }, columnIndex) => {
    const isChange = columns.some((column) => `${column.name}_change` === name);
    if (!isChange) return [];
    return [rises, falls].map(({ verbs, is, sign }) => ({
      ...{ resultId, columnIndex, is: `${name} is ${is}` },
      words: verbs.map((verb) => `${members} ${verb}`),
      rows: new Set(named.filter((row) => Math.sign(Number(rows[row]?.[columnIndex])) === sign)),
    }));
  });
}

const rises = { verbs: ['grew', 'rose', 'increased', 'gained'], is: 'above 0', sign: 1 };
const falls = { verbs: ['fell', 'declined', 'decreased', 'dropped', 'lost'], is: 'below 0', sign: -1 };

/** The states that stand right after a bare whole number: "5 run out before delivery". */
export function findStates(states: readonly State[], numeral: Numeral, text: string): State[] {
  if (numeral.kind !== 'plain' || numeral.step !== 1) return [];
  const after = text.slice(numeral.end).replace(/^[*_]*\s[*_]*/, '');
  const isNext = (word: string) =>
    after.startsWith(word) && !/^[\p{L}\p{N}-]/u.test(after.slice(word.length));
  return states.filter(({ words }) => words.some(isNext));
}

/** How many rows have the state, all of them and those of each other value that the passage names. */
export function toStateCounts(
  { resultId, columnIndex, is, rows }: State,
  columns: GroundedResult['columns'],
  values: readonly MentionedValue[],
): Candidate[] {
  const make = (value: number, cells: string): Candidate => ({
    ...{ value, kind: 'amount', unit: 'count', resultId, formula: 'count', cells },
  });
  const others = values.filter((value) => value.columnIndex !== columnIndex);
  return [
    make(rows.size, `rows where ${is}`),
    ...others.map((other) =>
      make(
        other.rows.filter((row) => rows.has(row)).length,
        `rows where ${is} and ${columns[other.columnIndex]?.name} is ${other.value}`,
      ),
    ),
  ];
}
