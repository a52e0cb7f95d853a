import type { DataQuestion, Filter } from '../question/question.ts';
import type { Token } from '../vocabulary/words.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const weekend = weekdays.slice(5);

type FoundWeekdays = {
  filters: Filter[];
  /** Days set against each other: "Mondays against Fridays", "weekends or weekdays". */
  sides: DataQuestion['sides'];
  used: Set<number>;
};

/** Days that are meant together: "Saturdays and Sundays", "Monday to Wednesday". */
type Group = { values: string[]; from: number; to: number };

/**
 * "On Mondays", "at weekends", "Tuesday to Thursday": a filter on the day of the week. A single "Monday" is a date, which period
 * forms read; of two in one sentence both are days of the week.
 */
export function findWeekdays(tokens: Token[], taken: ReadonlySet<number>): FoundWeekdays {
  const days = findDays(tokens, taken);
  const groups = joinDays(days, tokens);
  const used = new Set(
    groups.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)),
  );
  const nothing = { filters: [], sides: [], used };
  if (groups.length === 0) return nothing;
  const isSet = tokens.some(({ word }) =>
    /^(vs|versus|against|or|than|compare|compared|comparing)$/.test(word),
  );
  const sides = groups.length === 1 && days.length === 2 && !isRange(days, tokens) ? days : groups;
  // "On weekends, and how much on weekdays?"
  const isPair = sides.length === 2 && sides.every(({ values }) => values.length > 1);
  if (sides.length === 2 && (isSet || isPair)) {
    const ordered = isPair ? sides.toSorted((a, b) => b.values.length - a.values.length) : sides;
    return {
      ...nothing,
      sides: ordered.map(({ values }) => ({ name: nameDays(values), filters: [toFilter(values)] })),
    };
  }
  const isLeftOut = tokens.some(
    ({ word }, at) =>
      !taken.has(at) &&
      /^(without|excluding|exclude|except|ignoring|not|besides)$/.test(word) &&
      groups.some(({ from }) => from > at && from < at + 4),
  );
  return {
    ...nothing,
    filters: [toFilter([...new Set(groups.flatMap(({ values }) => values))], isLeftOut)],
  };
}

/** Each day or weekend by itself, and "weekdays" where they are no split: "on weekdays". */
function findDays(tokens: Token[], taken: ReadonlySet<number>): Group[] {
  const free = tokens.flatMap(({ word }, at) => (taken.has(at) ? [] : [{ word, at }]));
  const areSingular =
    free.filter(({ word }) => weekdays.some((name) => name.toLowerCase() === word)).length > 1;
  const namesDays = free.some(({ word }) => toDays(word, areSingular).length > 0);
  return free.flatMap(({ word, at }) => {
    const before = tokens[at - 1]?.word ?? '';
    const isAll =
      (word === 'weekdays' && (namesDays || /^(on|during)$/.test(before))) ||
      (word === 'weekday' && namesDays && /^(a|and|or|than|versus|vs|against|to|with)$/.test(before));
    const values = isAll ? weekdays.slice(0, 5) : toDays(word, areSingular);
    return values.length > 0 ? [{ values, from: at, to: at + 1 }] : [];
  });
}

function toDays(word: string, isSingular: boolean): string[] {
  if (/^weekends?$/.test(word)) return weekend;
  return weekdays.filter((name) => {
    const day = name.toLowerCase();
    return word === `${day}s` || (isSingular && word === day);
  });
}

const until = /^(to|through|till|until)$/;

function joinDays(days: Group[], tokens: Token[]): Group[] {
  const groups: Group[] = [];
  for (const day of days) {
    const before = groups.at(-1);
    const between = before ? tokens.slice(before.to, day.from).map(({ word }) => word) : [];
    const [joint = 'and'] = between;
    const isJoined = between.length < 2 && (until.test(joint) || joint === 'and');
    const [first, last] = [before?.values.at(-1), day.values[0]];
    if (!before || !first || !last || !isJoined) {
      groups.push(day);
      continue;
    }
    const values = until.test(joint) ? toSpan(first, last).slice(1) : day.values;
    groups[groups.length - 1] = { values: [...before.values, ...values], from: before.from, to: day.to };
  }
  return groups;
}

function isRange([one, other]: Group[], tokens: Token[]): boolean {
  return until.test(tokens[one?.to ?? 0]?.word ?? '') && other?.from === (one?.to ?? 0) + 1;
}

/** The days from one to another: "Friday to Monday" are four. */
function toSpan(first: string, last: string): string[] {
  const [from, to] = [weekdays.indexOf(first), weekdays.indexOf(last)];
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, index) => weekdays[(from + index) % 7] ?? '');
}

/** Five days are all but the weekend. */
function toFilter(values: string[], isLeftOut = false): Filter {
  const isWorking = values.length === 5 && weekend.every((day) => !values.includes(day));
  return {
    dimension: 'weekday',
    op: isWorking === isLeftOut ? 'is' : 'is_not',
    values: isWorking ? weekend : values,
  };
}

function nameDays(values: string[]): string {
  const [first = ''] = values;
  return values.length > 2 ? `${first} to ${values.at(-1)}` : values.join(' and ');
}
