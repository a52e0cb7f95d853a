import type { Question } from '../../question/question.ts';
import { addDays, addMonths, type Day, endOf, monthNames, startOf, toDay } from '../../time/calendar.ts';
import { toWeekday } from '../../time/due-days.ts';
import { dayName } from '../../time/time-patterns.ts';
import { begins, lead } from '../../vocabulary/lead.ts';
import { toNumber } from '../../vocabulary/numbers.ts';
import type { ToolStep } from '../read-steps.ts';

const thing =
  '(?:the |our )?(?:(?:current )?(?:stock|inventory) (?:of|for) (?:the |our )?)?(?<thing>[^,.;?!]{2,60}?)';
const joint = '(?<joint>for|until|till|through|up to|to)';
const time = '(?:the next |another |the )?(?<time>[\\w ]{2,30}?)';

const forms = [
  `(?:do|will|would) (?:we|i) (?:still )?have enough (?:(?:stock|units|pieces) )?(?:(?:of|left) )?${thing}(?: left| in stock| on hand)? (?:to last(?: us)? )?${joint} ${time}`,
  `(?:will|would|can|does|do) ${thing} (?:be enough|last|suffice|hold|hold out)(?: us)? ${joint} (?!(?:day|week|month|quarter|year)s?\\b)${time}`,
  // "Will it last three weeks?", and not "can you chart the last three weeks?"
  `(?:will|would|does) (?!(?:we|i|you)\\b)${thing} (?<!\\bthe )last(?: us)? (?!(?:day|week|month|quarter|year)s?\\b)${time}`,
  `(?:is|are|will be) ${thing} (?:enough|sufficient)(?: to last(?: us)?)? ${joint} ${time}`,
  `(?:is there |are there )?enough (?:of )?(?!(?:for|until|till|to)\\b)${thing} ${joint} ${time}`,
  `(?:is there |are there )?enough ${joint} ${time}`,
].map(toForm);

const by = '(?<joint>before|by|until|till|within|in|over|during|this|next)';
const will = '(?:will|would|might|could|may|(?:are|is) (?:going|likely|about) to)';
const gone = '(?:run out(?: of stock)?|be (?:sold out|gone|out of stock)|sell out|go out of stock)';
const short = '(?:(?:run|be|sell|running|get|fall) (?:out|short|low) (?:of|on))';
const runsOut = [
  `(?:which|what) (?<thing>[^,.;?!]{2,60}?) (?:are|will|might|could|do|would) (?:we|i) (?:(?:going|likely|about) to )?${short} ${by} ${time}`,
  `(?:are|will|might|could|do) (?:we|i) (?:(?:going|likely|about) to )?${short} (?<thing>[^,.;?!]{2,60}?) ${by} ${time}`,
  `(?:which|what) (?:of (?:the |our )?)?(?<thing>[^,.;?!]{2,60}?) ${will} ${gone} ${by} ${time}`,
  `what (?:will|would|might|are) (?:we|i) (?:(?:going|likely) to )?${short} ${by} ${time}`,
  `what ${will} ${gone} ${by} ${time}`,
  `(?:will|are|is|would|might|could) (?<thing>any [^,.;?!]{2,60}?) (?:(?:going|likely|about) to )?${gone} ${by} ${time}`,
].map(toForm);
const runsOutOne = [
  `(?:will|is|are|would|might|could) (?<thing>(?!any\\b|what\\b|we\\b)[^,.;?!]{2,60}?) (?:(?:going|likely|about) to )?${gone} ${by} ${time}`,
].map(toForm);

function toForm(form: string): RegExp {
  return begins(`${form}\\W*$`);
}

/**
 * "Will the wheelbarrow last until Christmas?", "do we have enough grills for December?": whether the days that the stock lasts are as
 * many as there are until then. A month further ahead than the next one is none that a stock of today is meant for.
 */
export function askCover(text: string, today: Day): string {
  const groups = match(forms, text, today, toDays);
  if (groups !== null) {
    const of = /^(?:it|that|this|they|those|these|them)?$/i.test(groups.thing) ? 'it' : groups.thing;
    return `are the days of cover of ${of} at least ${groups.days} days?`;
  }
  return askRunsOut(text, today);
}

/** "Are we going to run out of any tools before Christmas?", "which products will run out within two weeks?": what lasts fewer days than that. */
function askRunsOut(text: string, today: Day): string {
  const listed = match(runsOut, text, today, toDaysUntil);
  if (listed !== null) {
    const thing = listed.thing.replace(/^(?:any|some|more|all|the|our|of|stock of) /i, '');
    const what = /^(?:any|some|every)?(?:thing|stock)?$/i.test(thing) ? 'products' : thing;
    return `which ${what} have days of cover below ${listed.days} days?`;
  }
  const one = match(runsOutOne, text, today, toDaysUntil);
  return one === null ? text : `are the days of cover of ${one.thing} below ${one.days} days?`;
}

function match(
  forms: RegExp[],
  text: string,
  today: Day,
  count: (time: string, joint: string, today: Day) => number | null,
): { thing: string; days: number } | null {
  for (const form of forms) {
    const groups = form.exec(text.trim())?.groups;
    const thing = groups?.thing ?? '';
    if (!groups || /^(?:we|i|you|this|last|what)$/i.test(thing)) continue;
    const days = count((groups.time ?? '').toLowerCase(), (groups.joint ?? 'for').toLowerCase(), today);
    if (days !== null && days > 0) return { thing, days };
  }
  return null;
}

/** The day of the stock that was read: where the data ended before today, the days until then are counted from there. */
export function findStockDay(steps: ToolStep[]): Day | null {
  const results = steps.flatMap(({ name, outcome }) =>
    name === 'query_inventory' && outcome.kind === 'result' ? [outcome.result] : [],
  );
  return results.at(-1)?.scope.period?.end ?? null;
}

/** "Is it enough?", after what is in stock: for how long that is; what is enough is not ours to say. */
export function sayOfEnough(sentence: string, previous: Question): string {
  const isStock = previous.kind === 'data' && previous.tool === 'query_inventory';
  const wasOut =
    previous.kind === 'data' && /^(?:stock_out_days|out_of_stock)/.test(previous.measures[0] ?? '');
  if (isStock && !wasOut && forHowLong.test(sentence)) return 'days of cover of it';
  const isForecast = previous.kind === 'report' && previous.tool === 'forecast_demand';
  if (isForecast && stockNow.test(sentence)) return 'on hand of it';
  return (isStock && bare.test(sentence)) || ((isStock || isForecast) && forThat.test(sentence))
    ? 'on hand and days of cover of it'
    : sentence;
}

const bare = begins(
  '(?:(?:is|are|will) (?:it|that|this|they|those|these|there)(?: be)?|do we have) (?:enough|sufficient)(?: of (?:it|them|those))?(?: left)?\\W*$',
);
const forHowLong = begins(
  '(?:(?:(?:is|are) (?:it|that|this|they|those|these) )?(?:enough|sufficient|good) )?for how (?:long|many (?:days|weeks|months))(?: (?:is|are|will) (?:it|that|this|they|those|these)(?: be)?(?: (?:enough|sufficient|good|last))?)?\\W*$',
);
const stockNow = begins(
  `(?:what(?:['’]?s| is) )?(?:the |our )?(?:current|present|today['’]s) (?:stock|inventory)(?: (?:of|for) (?:it|that|this|them))?\\W*$|^${lead}how (?:much|many)(?: of (?:it|that|them))? (?:have we got|do we have)(?: (?:in stock|now|left|on hand|of (?:it|that|them)))*\\W*$`,
);
/** "Do we have stock for that?", after what will be sold: whether it will do is not ours to say. */
const forThat = begins(
  '(?:do|have|will) (?:we|i) (?:have|got) (?:(?:enough|sufficient|the) )?(?:(?:stock|units|goods|inventory)(?: (?:left|in stock|on hand))? )?(?:for|to (?:cover|meet|serve|do)) (?:it|that|this|them|those|all (?:of )?(?:it|that))\\W*$',
);

/** "Within two weeks", "before Christmas", "this week" */
function toDaysUntil(said: string, joint: string, today: Day): number | null {
  const unit = /^(week|month|quarter|year)$/.exec(said)?.[1] as 'week' | undefined;
  if (unit !== undefined && /^(?:this|next)$/.test(joint)) {
    const end = endOf(today, unit);
    return toDistance(joint === 'this' ? end : endOf(addDays(end, 1), unit), today);
  }
  return toDays(said, /^(?:within|in|over|during)$/.test(joint) ? 'for' : joint, today);
}

const perUnit = { day: 1, week: 7, month: 30 };

function toDays(said: string, joint: string, today: Day): number | null {
  const [, count = '', unit = ''] = /^(?:(an?|\w+) )?(day|week|month)s?$/.exec(said) ?? [];
  if (unit !== '') {
    const number = /^(?:an?|)$/.test(count) ? 1 : toNumber(count);
    return joint === 'for' && number !== null ? number * perUnit[unit as keyof typeof perUnit] : null;
  }
  const end = toEnd(said, joint === 'for' || joint === 'through', today);
  return end === null ? null : toDistance(end, today);
}

function toDistance(end: Day, today: Day): number {
  return Math.round((Date.parse(end) - Date.parse(today)) / 86_400_000);
}

/** The last day that the stock is to last for. */
function toEnd(said: string, isWhole: boolean, today: Day): Day | null {
  const year = Number(today.slice(0, 4));
  if (/^(?:christmas|xmas)(?: eve)?$/.test(said)) return ahead(toDay(year, 12, 24), today);
  if (/^new year(?:s(?: eve| day)?)?$/.test(said)) return toDay(year, 12, 31);
  const [, ended] = /^(?:end of )?(?:the |this )?(week|month|quarter|year)(?: end)?$/.exec(said) ?? [];
  if (ended !== undefined && /end/.test(said)) return endOf(today, ended as 'week');
  if (new RegExp(`^${dayName}$`).test(said)) return toWeekday(said, false, today).start;
  const [, endMonth] = /^(?:the )?end of ([a-z]{3,9})$/.exec(said) ?? [];
  const named = endMonth === undefined ? 0 : toMonth(endMonth);
  if (named > 0) return endOf(ahead(toDay(year, named, 1), startOf(today, 'month')), 'month');
  const [, date, name = ''] = /^(?:(\d{1,2})(?:st|nd|rd|th)? (?:of )?)?([a-z]{3,9})$/.exec(said) ?? [];
  const month = toMonth(name);
  if (month === 0) return null;
  if (date !== undefined) return ahead(toDay(year, month, Number(date)), today);
  const start = ahead(toDay(year, month, 1), startOf(today, 'month'));
  if (!isWhole) return start > today ? addDays(start, -1) : null;
  return start <= addMonths(startOf(today, 'month'), 1) ? endOf(start, 'month') : null;
}

function ahead(day: Day, today: Day): Day {
  return day < today ? addMonths(day, 12) : day;
}

function toMonth(name: string): number {
  return monthNames.findIndex((one) => one === name || one.slice(0, 3) === name) + 1;
}
