import type { PreparedResult } from './candidates.ts';
import { findNumerals } from './find-numerals.ts';
import type { Candidate } from './formulas.ts';
import type { GroundedResult } from './grounded-result.ts';

const dayMs = 86_400_000;
const maxTexts = 200;

/** Numbers that go without saying: how long the period is, how many warehouses are covered, where the passage is about that. */
export function toScopeCandidates(result: GroundedResult, passage: string): Candidate[] {
  const { period, warehouses } = result.scope;
  const made = /warehouse|location|site/i.test(passage)
    ? [toCandidate(result, warehouses.ids.length, 'count', 'warehouses of the scope')]
    : [];
  if (period === null || !/day|week|month|quarter|year/i.test(passage)) return made;
  const [start, end] = [new Date(period.start), new Date(Date.parse(period.end) + dayMs)];
  const days = Math.round((end.getTime() - start.getTime()) / dayMs);
  const months =
    (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
  const lengths = [days, days / 7, months, months / 3, months / 12].filter((value) =>
    Number.isInteger(value),
  );
  return [...made, ...lengths.map((value) => toCandidate(result, value, 'period', 'scope'))];
}

/** Numbers that a result states in words: in its notes, its bounds and the texts of its cells. */
export function toNoteCandidates(result: GroundedResult): Candidate[] {
  return listTexts(result).flatMap(({ text, cells }) =>
    findNumerals(text).map(({ value, kind }) =>
      kind === 'percent'
        ? { ...toCandidate(result, value / 100, 'note', cells), kind: 'ratio' as const }
        : toCandidate(result, value, 'note', cells),
    ),
  );
}

function toCandidate({ resultId }: GroundedResult, value: number, formula: string, cells: string): Candidate {
  return { value, kind: 'amount', unit: 'none', resultId, formula, cells };
}

const bound = / (?:above|below|at least|at most) -?[\d.,]+%?$/;

/** Notes, and the explanations that stand in cells. */
function listTexts(result: GroundedResult): { text: string; cells: string }[] {
  const details = result.columns.flatMap(({ type, role, name }, index) =>
    type === 'string' && role === 'detail' ? [{ name, index }] : [],
  );
  const cells = result.rows.slice(0, maxTexts).flatMap((row, number) =>
    details.flatMap(({ name, index }) => {
      const text = row[index];
      return typeof text === 'string' && text.includes(' ')
        ? [{ text, cells: `${name}, row ${number + 1}` }]
        : [];
    }),
  );
  // "Return rate above 1.5%", carried on from a question before.
  const bounds = result.scope.filters.filter((text) => bound.test(text));
  return [
    ...result.notes.map((text) => ({ text, cells: 'notes' })),
    ...bounds.map((text) => ({ text, cells: 'scope' })),
    ...cells,
  ];
}

/** How many rows lie below or above a number that the question names: "which products are below 100?". */
export function toBoundCandidates(
  { result, numeric }: PreparedResult,
  bounds: readonly number[],
): Candidate[] {
  return numeric.flatMap(({ column, values }) =>
    bounds.flatMap((bound) => {
      const scale = column.unit === 'fraction' ? 0.01 : 1;
      const at = bound * scale;
      const counts = [
        ['below', values.filter((value) => value < at).length],
        ['at most', values.filter((value) => value <= at).length],
        ['above', values.filter((value) => value > at).length],
        ['at least', values.filter((value) => value >= at).length],
      ] as const;
      return counts.map(([words, value]): Candidate => {
        const cells = `rows with ${column.name} ${words} ${bound}`;
        return { value, kind: 'amount', unit: 'count', resultId: result.resultId, formula: 'count', cells };
      });
    }),
  );
}
