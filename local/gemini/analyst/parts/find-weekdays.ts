import type { DataQuestion, Filter } from '../question/question.ts';
import type { Token } from '../vocabulary/words.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const weekend = ['Saturday', 'Sunday'];

type FoundWeekdays = {
  filters: Filter[];
  /** Days set against each other: "Mondays against Fridays", "weekends or weekdays". */
  sides: DataQuestion['sides'];
  used: Set<number>;
};

/**
 * "On Mondays", "at weekends": a filter on the day of the week. A single "Monday" is a date, which period forms read; of two in
 * one sentence both are days of the week.
 */
export function findWeekdays(tokens: Token[], taken: ReadonlySet<number>): FoundWeekdays {
  const free = tokens.flatMap(({ word }, at) => (taken.has(at) ? [] : [{ word, at }]));
  const singular = free.filter(({ word }) => toDays(`${word}s`).length === 1);
  const days = free.flatMap(({ word, at }) => {
    const values = toDays(singular.length > 1 && toDays(word).length === 0 ? `${word}s` : word);
    return values.length > 0 ? [{ values, at, name: word }] : [];
  });
  const used = new Set(days.map(({ at }) => at));
  const nothing = { filters: [], sides: [], used };
  if (days.length === 0) return nothing;
  const isSet = tokens.some(({ word }) =>
    /^(vs|versus|against|or|than|compare|compared|comparing)$/.test(word),
  );
  const is = (values: string[], op: Filter['op'] = 'is'): Filter[] => [{ dimension: 'weekday', op, values }];
  if (tokens.some(({ lemma }) => lemma === 'weekday'))
    return {
      ...nothing,
      sides: [
        { name: 'Monday to Friday', filters: is(weekend, 'is_not') },
        { name: 'Saturday and Sunday', filters: is(weekend) },
      ],
    };
  if (isSet && days.length === 2)
    return {
      ...nothing,
      sides: days.map(({ values }) => ({ name: values.join(' and '), filters: is(values) })),
    };
  const isLeftOut = free.some(
    ({ word, at }) =>
      /^(without|excluding|exclude|except|ignoring|not|besides)$/.test(word) &&
      days.some((day) => day.at > at && day.at < at + 4),
  );
  const values = [...new Set(days.flatMap((day) => day.values))];
  return { ...nothing, filters: is(values, isLeftOut ? 'is_not' : 'is') };
}

function toDays(word: string): string[] {
  if (/^weekends?$/.test(word)) return weekend;
  return weekdays.filter((name) => word === `${name.toLowerCase()}s`);
}
