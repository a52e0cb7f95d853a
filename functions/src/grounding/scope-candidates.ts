import type { PreparedResult } from './candidates.ts';
import { findNumerals } from './find-numerals.ts';
import type { Candidate, Formula } from './formulas.ts';
import { fewRows, type GroundedResult, significantDigits } from './grounded-result.ts';
import type { Mention } from './mentions.ts';
import { dropQuoted, findDates } from './quoted-spans.ts';
import { countDigits } from './shown.ts';

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

/** Numbers that a result states in words: in its notes, its bounds and the texts of its cells. Of a long result those of a row that nobody names are long ones. */
export function toNoteCandidates(result: GroundedResult): Candidate[] {
  const isLong = result.rows.length > fewRows;
  return [
    ...toNoted(result, listTexts(result)),
    ...toNoted(result, listExplanations(result, [...result.rows.keys()].slice(0, maxTexts)), isLong),
  ];
}

/** The numbers in the texts of the rows that a passage names, where `toNoteCandidates` left the short ones out. */
export function toExplanationCandidates(result: GroundedResult, { rows }: Mention): Candidate[] {
  return result.rows.length > fewRows ? toNoted(result, listExplanations(result, rows)) : [];
}

/** `plain` is what a number without a sign of money or percent is one of. */
type Text = { text: string; cells: string; plain: 'count' | 'none' };

function toNoted(result: GroundedResult, texts: Text[], longOnly = false): Candidate[] {
  return texts.flatMap(({ text, cells, plain }) =>
    // The 23 of "23 Nov" counts nothing.
    dropQuoted(findNumerals(text), findDates(text))
      .filter((numeral) => !longOnly || countDigits(numeral) >= significantDigits)
      .map(({ value, kind }) =>
        kind === 'percent'
          ? { ...toCandidate(result, value / 100, 'note', cells), kind: 'ratio' as const }
          : { ...toCandidate(result, value, 'note', cells), unit: kind === 'plain' ? plain : 'none' },
      ),
  );
}

function toCandidate(
  { resultId }: GroundedResult,
  value: number,
  formula: Formula,
  cells: string,
): Candidate {
  return { value, kind: 'amount', unit: 'none', resultId, formula, cells };
}

const bound = / (?:above|below|at least|at most) -?[\d.,]+%?$/;

function listTexts({ notes, scope }: GroundedResult): Text[] {
  // "Return rate above 1.5%", carried on from a question before. They tell money without its sign.
  const bounds = scope.filters.filter((text) => bound.test(text));
  return [
    ...notes.map((text) => ({ text, cells: 'notes', plain: 'count' as const })),
    ...bounds.map((text) => ({ text, cells: 'scope', plain: 'none' as const })),
  ];
}

/** The explanations that stand in cells of rows. */
function listExplanations({ columns, rows }: GroundedResult, numbers: number[]): Text[] {
  const details = columns.flatMap(({ type, role, name }, index) =>
    type === 'string' && role === 'detail' ? [{ name, index }] : [],
  );
  return numbers.flatMap((number) =>
    details.flatMap(({ name, index }) => {
      const text = rows[number]?.[index];
      return typeof text === 'string' && text.includes(' ')
        ? [{ text, cells: `${name}, row ${number + 1}`, plain: 'count' as const }]
        : [];
    }),
  );
}

/** How many rows lie below or above a number that the question names: "which products are below 100?". */
export function toBoundCandidates(
  { result, numeric }: PreparedResult,
  bounds: readonly number[],
): Candidate[] {
  return numeric.flatMap(({ column, values }) =>
    bounds.flatMap((bound) => {
      const at = column.unit === 'fraction' ? bound / 100 : bound;
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
