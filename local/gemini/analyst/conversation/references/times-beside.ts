import { addDays, addUnits, type Day, endOf, type Grain, startOf, toGrain } from '../../time/calendar.ts';
import { toHoliday } from '../../time/holidays.ts';
import { type Period, toSpan } from '../../time/period.ts';
import { toUnit } from '../../time/period-units.ts';
import { begins } from '../../vocabulary/lead.ts';
import { aboveOne, toNumber } from '../../vocabulary/numbers.ts';

/** A time before or after the current one that a sentence names, with the words that name it: "the two months before that". */
export function readBeside(
  sentence: string,
  current: Period,
  today: Day,
): { spoken: string; period: Period } | null {
  for (const { form, read } of beside) {
    const found = form.exec(sentence);
    const groups = found?.groups ?? {};
    const period =
      found &&
      read(current, toGrain(groups.unit?.toLowerCase()), toCount(groups.count), isLater(groups.side));
    // What has not come yet is no time of the data.
    if (found && period && period.start <= today) return { spoken: found[0], period };
  }
  return null;
}

/** The same time so many units later; whole units stay whole. */
export function shift({ start, end, grain, holiday }: Period, by: Grain, count: number): Period {
  // "Easter, and a year later?"
  const named =
    holiday === undefined || by !== 'year' ? null : toHoliday(holiday, Number(start.slice(0, 4)) + count);
  if (named !== null) return named;
  const from = addUnits(start, by, count);
  const whole = grain !== null && startOf(start, grain) === start && startOf(from, grain) === from;
  const until = whole ? endOf(addUnits(startOf(end, grain), by, count), grain) : addUnits(end, by, count);
  return toSpan(from, until, grain);
}

type Side = {
  form: RegExp;
  read: (current: Period, grain: Grain | null, count: number, later: boolean) => Period | null;
};

const unit = '(?<unit>day|week|month|quarter|year)s?';
const some = `(?<count>an?|one|${aboveOne}|\\d{1,2})`;
const ofThat = '(?: (?:than )?(?:that|it|those|this))?(?=\\s*[?.!,]|\\s*$)';

const beside: Side[] = [
  // "The two months before that": all that lies beside it.
  {
    form: new RegExp(
      `\\bthe (?<count>${aboveOne}|\\d{1,2}) ${unit} (?<side>before|after|following)${ofThat}`,
      'i',
    ),
    read: ({ start, end }, grain, count, later) => {
      if (grain === null) return null;
      const from = later ? addDays(end, 1) : addUnits(start, grain, -count);
      return toSpan(from, addDays(addUnits(from, grain, count), -1), grain);
    },
  },
  // "One month earlier", "same day a week earlier": the same so long before it. A year before is read with the times themselves.
  {
    form: new RegExp(
      `\\b(?:(?:the )?same (?:day|week|month|quarter|time|period),? )?${some} ${unit} (?<side>earlier|before|back|later|after|on)${ofThat}`,
      'i',
    ),
    read: (current, grain, count, later) =>
      grain === null || (grain === 'year' && count === 1 && !later)
        ? null
        : shift(current, grain, later ? count : -count),
  },
  // "The following month", "and the next one?": the one beside it.
  {
    form: new RegExp(
      `\\b(?:in |for )?(?<side>the next|(?:the )?(?:following|subsequent)) (?:${unit}|one)(?=\\s*[?.!,]|\\s*$)`,
      'i',
    ),
    read: (current, grain) => {
      const own = grain ?? current.grain;
      return own === null ? null : toUnit(startOf(addDays(current.end, 1), own), own);
    },
  },
  // "Next quarter", after Q1 2014 and with data to the summer; after "last month" it is the one to come.
  {
    form: begins(`(?<side>next) ${unit}(?=\\s*[?.!,]|\\s*$)`),
    read: ({ end, grain: own, text }, grain) =>
      grain === null || grain !== own || !/\d{4}/.test(text)
        ? null
        : toUnit(startOf(addDays(end, 1), grain), grain),
  },
  {
    form: /\bthe (?<unit>day|week|month|quarter|year) (?<side>after|later)(?: (?:that|it|those|this))?(?=\s*[?.!,]|\s*$)/i,
    // "And the year after?", after March: that of the next year.
    read: (current, grain) => {
      if (grain === null) return null;
      const next = startOf(addDays(current.end, 1), grain);
      return grain === 'year' && next <= current.start ? shift(current, grain, 1) : toUnit(next, grain);
    },
  },
  {
    // "The five after that" are rows.
    form: new RegExp(
      `\\b(?:since (?:then|that)|from then on(?:wards)?|(?<!\\b(?:${aboveOne}|\\d{1,2}|ones?) )(?:there)?after(?:wards| that| then)?)(?=\\s*[?.!,]|\\s*$)`,
      'i',
    ),
    read: ({ end }) => ({ ...toSpan(addDays(end, 1), addDays(end, 1), null), text: 'since' }),
  },
];

function toCount(word: string | undefined): number {
  return word === undefined || /^an?$/i.test(word) ? 1 : (toNumber(word.toLowerCase()) ?? 1);
}

function isLater(side: string | undefined): boolean {
  return /^(?:later|after|following|on|next|subsequent)$/i.test(side ?? '');
}
