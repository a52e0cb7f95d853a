import type { Cell, Visualization } from '@tallyboard/contract';
import type { Days, Gold } from './gold.ts';
import { matchesGold, type Shown } from './match-gold.ts';
import type { Item } from './questions.ts';
import { readFigure } from './read-figure.ts';
import type { Answer, ReadResult } from './session.ts';

/**
 * `right`: numbers, period, scope and words as they should be, or refused where it has to be. `partly`: the numbers are right,
 * but for another period or scope line. `wrong`: something else is stated as fact. `refused`: could have been answered.
 */
export type Outcome = 'right' | 'partly' | 'wrong' | 'refused' | 'failed';

export type Score = {
  outcome: Outcome;
  /** Null where the question says nothing about it. */
  numbers: boolean | null;
  period: boolean | null;
  scope: boolean | null;
  abstention: boolean;
  words: boolean | null;
  chart: boolean | null;
  /** Figures in the text that could not be proved. */
  unproved: number;
};

/** Scores one answer against the gold statements of its question. */
export async function score(item: Item, answer: Answer, gold: Gold): Promise<Score> {
  const turn = answer;
  const shownResults = answer.results.filter(({ resultId }) =>
    turn.visualizations.some((one) => one.resultId === resultId),
  );
  // A figure without proof is stated all the same: an invented one is no refusal.
  const states = turn.figures.some(({ proof, proved }) => proof !== null || !proved);
  const abstained = turn.visualizations.length === 0 && !states;
  const period = toShownPeriod(shownResults, answer.results);
  const judged = item.abstain || abstained;
  const numbers = item.gold && !item.abstain ? await hasGold(item, toShown(answer), period, gold) : null;
  const scored: Omit<Score, 'outcome'> = {
    numbers,
    period: item.period && !judged ? isPeriodRight(item.period.map(gold.toPeriod), answer) : null,
    scope: item.scope === 'any' || judged || !item.gold ? null : isScopeRight(item.scope, answer),
    abstention: item.abstain === abstained || (item.gold === undefined && !item.abstain),
    words:
      item.says.length > 0
        ? item.says.every((says) => new RegExp(gold.toText(says), 'iu').test(turn.text))
        : null,
    chart: item.shapes === 'any' || judged ? null : hasShape(item.shapes, turn.visualizations),
    unproved: turn.figures.filter(({ proved }) => !proved).length,
  };
  return { ...scored, outcome: toOutcome(item, turn.status, abstained, scored) };
}

function toOutcome(
  item: Item,
  status: string,
  abstained: boolean,
  { numbers, period, scope, words }: Omit<Score, 'outcome'>,
): Outcome {
  if (status !== 'completed') return 'failed';
  if (item.abstain) return abstained && words !== false ? 'right' : abstained ? 'partly' : 'wrong';
  if (item.gold && abstained && numbers === false) return 'refused';
  if (numbers === false) return 'wrong';
  if (words === false) return item.gold ? 'partly' : 'refused';
  return period === false || scope === false ? 'partly' : 'right';
}

async function hasGold(item: Item, shown: Shown, period: Days | null, gold: Gold): Promise<boolean> {
  for (const sql of item.gold ?? []) {
    if (matchesGold(await gold.run(sql, period), shown, item)) return true;
  }
  return false;
}

/** A table shows all its columns or those it names; a chart and a metric show the columns that they name. */
function toShown(turn: Answer): Shown {
  const { results } = turn;
  const tables = turn.visualizations.map((one): Cell[][] => {
    const result = results.find(({ resultId }) => resultId === one.resultId);
    const rows = one.shape === 'metric' && !one.trend ? result?.rows.slice(0, 1) : result?.rows;
    return rows ?? [];
  });
  return {
    text: turn.text,
    figures: turn.figures.flatMap(({ start, end }) => {
      const figure = readFigure(turn.text.slice(start, end));
      const from = turn.text.lastIndexOf('\n', start) + 1;
      const line = turn.text.slice(from).split('\n', 1)[0] ?? '';
      return figure ? [{ ...figure, line }] : [];
    }),
    tables,
  };
}

function toShownPeriod(shown: ReadResult[], all: ReadResult[]): Days | null {
  return [...shown, ...all].find(({ scope }) => scope.period !== null)?.scope.period ?? null;
}

/** Every stated period is one of those allowed, or all that lies between the first and the last of them. */
function isPeriodRight(allowed: Days[], turn: Answer): boolean {
  const periods = turn.scopes.flatMap(({ period }) => period ?? []);
  const starts = allowed.map(({ start }) => start).sort();
  const ends = allowed.map(({ end }) => end).sort();
  const span = { start: starts[0], end: ends.at(-1) };
  return (
    periods.length > 0 &&
    periods.every(({ start, end }) =>
      [...allowed, span].some((days) => days.start === start && days.end === end),
    )
  );
}

function isScopeRight(names: string[], turn: Answer): boolean {
  // Bounds on figures stand there, too; whether they are right is seen by the rows.
  const isBound = (filter: string) => /(above|below|at least|at most) -?[\d.,]+%?$/.test(filter);
  const filters = new Set(turn.scopes.flatMap((scope) => scope.filters).filter((filter) => !isBound(filter)));
  const said = [...filters].map((filter) => filter.toLowerCase());
  const named = names.every((name) => said.some((filter) => filter.includes(name.toLowerCase())));
  return named && said.every((filter) => names.some((name) => filter.includes(name.toLowerCase())));
}

function hasShape(shapes: string[], visualizations: Visualization[]): boolean {
  return visualizations.some((one) => shapes.includes(one.shape === 'chart' ? one.mark : one.shape));
}
