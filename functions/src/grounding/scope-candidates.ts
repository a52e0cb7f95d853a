import type { Candidate, PreparedResult } from './candidates.ts';
import { findNumerals } from './find-numerals.ts';
import type { GroundedResult } from './grounded-result.ts';

const dayMs = 86_400_000;
const maxTexts = 200;

/** Numbers that a result states in words: how long its period is, how many warehouses it covers, its notes and texts. */
export function toScopeCandidates(result: GroundedResult, passage: string): Candidate[] {
  const make = (
    value: number,
    formula: string,
    cells: string,
    kind: Candidate['kind'] = 'amount',
  ): Candidate => ({
    ...{ value, kind, unit: 'none', resultId: result.resultId, formula, cells },
  });
  const { period, warehouses } = result.scope;
  const made = /warehouse|location|site/i.test(passage)
    ? [make(warehouses.ids.length, 'count', 'warehouses of the scope')]
    : [];
  if (period !== null && /day|week|month|quarter|year/i.test(passage)) {
    const [start, end] = [new Date(period.start), new Date(Date.parse(period.end) + dayMs)];
    const days = Math.round((end.getTime() - start.getTime()) / dayMs);
    const months =
      (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
    const lengths = [days, days / 7, months, months / 3, months / 12].filter((value) =>
      Number.isInteger(value),
    );
    made.push(...lengths.map((value) => make(value, 'period', 'scope')));
  }
  for (const { text, cells } of listTexts(result)) {
    for (const { value, kind } of findNumerals(text)) {
      made.push(kind === 'percent' ? make(value / 100, 'note', cells, 'ratio') : make(value, 'note', cells));
    }
  }
  return made;
}

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
  return [...result.notes.map((text) => ({ text, cells: 'notes' })), ...cells];
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
