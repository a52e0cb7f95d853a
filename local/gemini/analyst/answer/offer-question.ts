import type { PastTurn } from '../conversation/read-steps.ts';
import { mergeFilters } from '../names/merge-filters.ts';
import { type Resolution, resolveNames } from '../names/resolve-names.ts';
import type { DataQuestion, Filter, Question } from '../question/question.ts';
import type { Setting } from '../setting.ts';
import { understand } from '../understand.ts';
import { spellTwoDigits } from '../vocabulary/numbers.ts';
import { toWords } from '../vocabulary/to-words.ts';
import { joinNames } from './format-figure.ts';
import { toPlural } from './write-names.ts';

/**
 * What is left of a question that is refused, in words: without its words that are not understood and its names that are not
 * known. Offered only where it is read as that question, so that who takes the offer gets an answer; null where nothing is left.
 */
export function offerQuestion(
  { question, resolution }: { question: Question; resolution: Resolution },
  turn: Pick<PastTurn, 'steps'>,
  setting: Setting,
): string | null {
  const rest = 'rest' in question ? question.rest : question;
  if (rest?.kind !== 'data' || !isPlain(rest)) return null;
  const { found } = resolution.unknown.length > 0 ? resolution : resolveNames(rest.names, turn.steps);
  const filters = mergeFilters(
    rest.filters,
    found.filter(({ takenFor, filter }) => takenFor === null && filter.op === 'is'),
  );
  const said = sayQuestion({ ...rest, filters });
  return said !== null && isRead(said, { ...rest, filters }, turn, setting) ? said : null;
}

/** Whether the sentence below says all of it. */
function isPlain(asked: DataQuestion): boolean {
  const { measures, periods, against, conditions, changeBounds, partBounds, sides } = asked;
  const more = [conditions, changeBounds, partBounds, sides].some((list) => list.length > 0);
  const other = asked.why || asked.share || asked.changes || asked.compares || asked.averages;
  const special = [asked.per, asked.within, asked.place, asked.members, asked.claimed, against];
  return measures.length > 0 && periods.length < 2 && !more && !other && special.every((one) => one === null);
}

/** "What was the revenue by brand of Kitchen last month?", "Which three brands had the highest revenue in Q2?" */
function sayQuestion({
  measures,
  dimensions,
  grain,
  periods,
  filters,
  order,
  limit,
}: DataQuestion): string | null {
  const names = filters.flatMap(({ op, values }) => (op === 'is' ? values : []));
  // A figure in a name would want to be proved.
  if (measures.some((name) => /\d/.test(name))) return null;
  const isSplit = filters.some(({ dimension }) => dimensions.includes(dimension));
  if (filters.some(({ op }) => op !== 'is') || isSplit || names.length > 3) return null;
  const [main = ''] = measures;
  const [period] = periods;
  const of = names.length > 0 ? ` for ${joinNames(names)}` : '';
  const when =
    period === undefined
      ? ''
      : ` ${/^(?:last|this|today|yesterday|all|since|from)\b/.test(period.spoken) ? '' : 'in '}${period.spoken}`;
  const [ranked, ...others] = dimensions;
  if (order !== null && ranked !== undefined && others.length === 0 && grain === null) {
    const count = limit === null ? '' : `${spellTwoDigits(limit)} `;
    const most = order === 'desc' ? 'highest' : 'lowest';
    return `Which ${count}${toPlural(toWords(ranked), 2)} had the ${most} ${toWords(main)}${of}${when}?`;
  }
  const splits = [...dimensions, ...(grain === null ? [] : [grain])].map(toWords);
  const by = splits.length > 0 ? ` by ${joinNames(splits)}` : '';
  const are = measures.length > 1 || /^(?:units|days)_|[^s]s$/.test(main) ? 'were' : 'was';
  const the = /^(?:on_|reserved$|available$)/.test(main) ? '' : 'the ';
  return `What ${are} ${the}${joinNames(measures.map(toWords))}${by}${of}${when}?`;
}

function isRead(
  said: string,
  meant: DataQuestion,
  { steps }: Pick<PastTurn, 'steps'>,
  setting: Setting,
): boolean {
  const [read, ...others] = understand([{ question: said, steps, answer: '', doubted: [] }], setting);
  if (read === undefined || others.length > 0 || read.question.kind !== 'data') return false;
  const { question, resolution } = read;
  return (
    resolution.unknown.length === 0 &&
    resolution.pending.every(({ optional }) => optional) &&
    question.tool === meant.tool &&
    isSame(
      [question.measures, question.dimensions, question.grain],
      [meant.measures, meant.dimensions, meant.grain],
    ) &&
    isSame(
      question.periods.map(({ start, end }) => [start, end]),
      meant.periods.map(({ start, end }) => [start, end]),
    ) &&
    isSame(toNames(question.filters), toNames(meant.filters))
  );
}

function toNames(filters: Filter[]): string[] {
  return filters.map(({ dimension, values }) => `${dimension} ${values.join()}`).toSorted();
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
