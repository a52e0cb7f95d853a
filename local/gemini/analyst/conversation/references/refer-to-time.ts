import type { Question } from '../../question/question.ts';
import {
  addDays,
  addUnits,
  type Day,
  type Grain,
  monthNames,
  nameUnit,
  startOf,
  toGrain,
} from '../../time/calendar.ts';
import type { Period } from '../../time/period.ts';
import { toUnit } from '../../time/period-units.ts';
import { month, shortMonths } from '../../time/time-patterns.ts';
import { begins, lead } from '../../vocabulary/lead.ts';
import { aboveOne } from '../../vocabulary/numbers.ts';
import type { Subject } from '../subject.ts';
import type { Unclear } from './refer-back.ts';
import { referToShown } from './shown-times.ts';
import { readBeside, shift } from './times-beside.ts';
import { readSides, readTwo } from './two-times.ts';
import { askWhoThen } from './who-then.ts';
import { writePeriod } from './write-period.ts';

/**
 * Writes the time that a follow-up refers to: that of the last question ("in that week"), or one before or after it ("one month
 * earlier", "the two weeks after", "since then"). Null where it refers to none.
 */
export function referToTime(sentence: string, subject: Subject, today: Day): string | Unclear | null {
  const [spoken, day, , year] = thatTime.exec(sentence) ?? [];
  if (spoken !== undefined) {
    const own = readThat(toGrain(day?.toLowerCase()), subject);
    if (own === null)
      return subject.question?.kind === 'data'
        ? { spoken: spoken.trim().replace(/^\w+ (?=that)/, ''), choices: [] }
        : null;
    const meant = year === undefined ? own : shift(own, 'year', -1);
    return sentence.replace(spoken, `${leadOf(spoken)}in ${writePeriod(meant)}`);
  }
  const shown = referToShown(sentence, subject, today);
  if (shown !== null) return shown;
  // "Orders for the two months", after two of them side by side: for each of both.
  const sides = readSides(subject);
  if (sides !== null && bothTimes.test(sentence)) return sentence.replace(bothTimes, `in ${sides}`);
  // "In that half", "over those three months"
  const stretch = readPeriod(subject.question);
  if (stretch !== null && thatStretch.test(sentence))
    return sentence.replace(thatStretch, `in ${writePeriod(stretch)}`);
  // "Only from June", after months: those since then.
  const isOfMonths = subject.question?.kind === 'data' && subject.question.grain === 'month';
  if (isOfMonths && fromMonth.test(sentence)) return sentence.replace(fromMonth, 'since $1');
  // "Which was better?", "by how much?", after two times set against each other.
  if (sides !== null && asksApart.test(sentence) && !ranksMembers(sentence, subject))
    return `compare ${sides.replace('compared with', 'with')}`;
  const two = readTwo(subject);
  // "How much growth is that in percent?"
  if (two !== null && asksChange.test(sentence))
    return `compare ${writePeriod(two.after)} with ${writePeriod(two.before)}`;
  // "Which coffees fell the most?", after September and then that of last year.
  const isMoved = asksMoved.test(sentence) || asksCause.test(sentence);
  if (two !== null && isMoved && !namesTime.test(sentence))
    return `${sentence.replace(/\W*$/, '')} ${writePeriod(two.after)} compared with ${writePeriod(two.before)}`;
  if (two !== null && betweenTwo.test(sentence))
    return sentence.replace(betweenTwo, `${writePeriod(two.after)} compared with ${writePeriod(two.before)}`);
  // "What happened there?", after the best month.
  if (subject.time !== null && asksReason.test(sentence))
    return `why in ${writePeriod(toUnit(subject.time.start, subject.time.grain))}`;
  const then = askWhoThen(sentence, subject);
  if (then !== null) return then;
  // "What sold best then?"
  if (subject.time !== null && atThatTime.test(sentence))
    return sentence.replace(atThatTime, ` in ${writePeriod(toUnit(subject.time.start, subject.time.grain))}`);
  const counted = subject.time === null ? null : countedThen.exec(sentence);
  if (subject.time !== null && counted)
    return `how many ${counted[1] ?? 'units'} in ${writePeriod(toUnit(subject.time.start, subject.time.grain))}?`;
  // "How many of those were new?", after the best month.
  if (subject.time !== null && subject.rows === null && ofThoseThen.test(sentence))
    return `${sentence.replace(/\W*$/, '')} in ${writePeriod(toUnit(subject.time.start, subject.time.grain))}`;
  // "Why?", after September and then that of last year.
  if (two !== null && subject.time === null && asksReason.test(sentence))
    return `why ${writePeriod(two.after)} compared with ${writePeriod(two.before)}`;
  const own = subject.time && toUnit(subject.time.start, subject.time.grain);
  if (own !== null && besideThat.test(sentence))
    return sentence.replace(besideThat, (_, ...groups) => {
      const { side, year } = groups.at(-1);
      const meant =
        year === undefined
          ? shift(own, own.grain ?? 'month', side === 'after' ? 1 : -1)
          : shift(own, 'year', -1);
      return `in ${writePeriod(meant)}`;
    });
  // "How many did we sell in the 8 weeks before?", after a forecast: the last ones that are known.
  const { question } = subject;
  if (question?.kind === 'report' && question.tool === 'forecast_demand' && beforeIt.test(sentence))
    return sentence.replace(beforeIt, 'last $<count> $<unit>s');
  const current = readPeriod(subject.question);
  if (current === null) return null;
  // "How did the margin compare with the month before?", after May: that of May.
  const { unit = null, own: prior = null, same = null } = comparesWith.exec(sentence)?.groups ?? {};
  const grain = unit ?? prior ?? same;
  if (grain !== null && (grain === current.grain || grain === 'year') && current.count === 1)
    return `${sentence.replace(/\W*$/, '').replace(/(?:previous|prior|preceding) (\w+)$/i, '$1 before')} in ${writePeriod(current)}`;
  // "How did it do in the months before?": those up to it, one by one.
  const [before, several] = monthsBefore.exec(sentence) ?? [];
  const run = before === undefined ? null : toRun(toGrain(several), current);
  if (before !== undefined && run !== null)
    return sentence.replace(before, ` by ${run.grain} from ${run.start} to ${run.end}`);
  const [onDay, lead = '', date] = dayOnly.exec(sentence) ?? [];
  const isOn = /on /i.test(lead) || current.grain === 'day';
  // "On the 15th", after October: of that month; after a whole year it may be of any.
  if (onDay !== undefined && isOn) {
    if (current.start.slice(0, 7) !== current.end.slice(0, 7)) return { spoken: onDay.trim(), choices: [] };
    return sentence.replace(onDay, ` on ${Number(date)} ${nameUnit(current.start, 'month')}`);
  }
  // "And now?", after the stock of some day before.
  const isOfDay = subject.question?.kind === 'data' && subject.question.tool === 'query_inventory';
  if (isOfDay && isNow.test(sentence)) return 'and today?';
  const days = sameDays.exec(sentence);
  const moved = days && moveTo(current, days.groups ?? {}, today);
  if (days && moved) return sentence.replace(days[0], writePeriod(moved));
  const part = partYearBefore.exec(sentence);
  if (part) return sentence.replace(part[0], `${part[1]} ${Number(current.start.slice(0, 4)) - 1}`);
  // What suppliers promised lies ahead: "and the week after?", after what is due next week.
  const isDue = subject.question?.kind === 'data' && subject.question.daysOf === 'expected';
  const found = readBeside(sentence, current, isDue ? '9999-12-31' : today);
  return found === null ? null : sentence.replace(found.spoken, writePeriod(found.period));
}

/** "Which is the worst?", after two times by brand, is one of the brands. */
function ranksMembers(sentence: string, { question }: Subject): boolean {
  return (
    question?.kind === 'data' && question.dimensions.length > 0 && /\b(?:best|worst|\w+est)\b/i.test(sentence)
  );
}

/** "The one before it", "the same month of the year before", after the best month. */
const besideThat =
  /\b(?:in )?(?:the (?:one|day|week|month|quarter) (?<side>before|after)(?: (?:it|that))?|the (?:previous|preceding) one|(?:the )?same (?:day|week|month|quarter),? (?:of |in )?(?<year>(?:the )?(?:last|previous|prior) year|(?:a|one|the) year (?:ago|before|earlier)))(?=\W*$)/i;
/** "What sold best in it?", after the best month. */
const atThatTime = / (?:back )?(?:then|at (?:that|the) time|[io]n it)(?=\W*$)/i;
/** "How many orders was that?", after the best month; the bare number of a figure in money is written as its units. */
const countedThen = begins(
  '(?:how many(?: ([a-z][a-z ]{2,20}?))? (?:is|was|were|are) (?:that|it|this|those|they)|units(?: of it)?(?: instead)?)\\W*$',
);
const ofThoseThen = begins(
  'how (?:many|much) of (?:those|them|these|that|it) (?!.*\\b(?:in|last|this|since) )',
);
const beforeIt = new RegExp(
  `\\b(?:the )?(?<count>${aboveOne}|\\d{1,2}) (?<unit>week|month|quarter|year)s (?:before|earlier|previously|leading up to)(?: (?:that|it|this|then|now))?(?=\\W*$)`,
  'i',
);
const asksReason = begins(
  '(?:why(?: (?:is|was) (?:that|it|this)| (?:did|has) (?:it|that|this) (?:change|changed|f[ae]ll|fallen|drop|dropped|rise|risen|grow|grown|go (?:up|down)|gone (?:up|down)))?(?: so \\w+)?(?: there| then)?|how come(?: (?:it|that) (?:is|was) so \\w+)?|what (?:happened|went (?:on|wrong|right)|was (?:going on|the reason))(?: (?:there|then|in it))?)\\W*$',
);

const comparesWith = begins(
  '(?:how|what) (?:did|does|do|was|were|is|has|have) (?!(?:it|that|this|they) )(?:(?!\\b(?:in|last|this)\\b)[^?.!,]){3,40}? compared? (?:with|to|against) (?:the )?(?:(?<unit>day|week|month|quarter|year) (?:before|earlier)|(?:previous|prior|preceding) (?<own>day|week|month|quarter|year)|same (?<same>day|week|month|quarter) (?:of |in )?(?:last|the previous) year)\\W*$',
);

const isNow =
  /^(?:and|but|so|what about|how about|what is it)? ?(?:right |just )?(?:now|currently|at the moment|at present|as we speak|as of now|as it stands|today)\W*$/i;

const dayOnly = new RegExp(
  `(?<=^|\\w)( ?(?:on )?the )(\\d{1,2})(?:st|nd|rd|th)(?! (?:of|to|day|week|month|quarter|best|biggest|most|one|${shortMonths})\\w*)(?=\\W*$| (?:by|per|in|for)\\b)`,
  'i',
);

const monthsBefore =
  / (?:in |over |during |for )?the (day|week|month|quarter|year)s (?:before|earlier|leading up to (?:it|that))(?: (?:that|it))?(?=\W*$)/i;
const runs: Partial<Record<Grain, number>> = { day: 14, week: 12, month: 12, quarter: 4, year: 3 };

function toRun(grain: Grain | null, { start }: Period): { grain: Grain; start: Day; end: Day } | null {
  const count = grain === null ? undefined : runs[grain];
  if (grain === null || count === undefined) return null;
  return { grain, start: addUnits(startOf(start, grain), grain, -count), end: addDays(start, -1) };
}

/** "Q2 the year before": a part of a year, in the year before that of the last question. */
const partYearBefore = new RegExp(
  `\\b(q[1-4]|h[12]|${month}),? (?:(?:of|in) )?(?:(?:the|a|one) year (?:before|earlier)|the (?:previous|prior|preceding) year)\\b`,
  'i',
);

/** "Same days in August", after 1 to 15 September: 1 to 15 August. */
const sameDays = new RegExp(
  `\\b(?:the |those )?same (?:days|dates|period|time|stretch) (?:in|of) (?:(?<month>${shortMonths})[a-z]*\\b)?\\s?(?<year>(?:19|20)\\d\\d)?(?=\\s*[?.!,]|\\s*$)`,
  'i',
);

/** Null where it lies in more than one month. */
function moveTo(current: Period, groups: Record<string, string | undefined>, today: Day): Period | null {
  const [year = 0, own = 0] = current.start.split('-').map(Number);
  const month = monthNames.findIndex((name) => name.slice(0, 3) === groups.month?.toLowerCase()) + 1;
  if (groups.month === undefined && groups.year === undefined) return null;
  if (groups.month === undefined) return shift(current, 'year', Number(groups.year) - year);
  if (current.start.slice(0, 7) !== current.end.slice(0, 7)) return null;
  const meant = shift(current, 'month', (Number(groups.year ?? year) - year) * 12 + month - own);
  return meant.start > today && groups.year === undefined ? shift(meant, 'year', -1) : meant;
}

/** The unit of time that the last answer led with, or was about. */
function readThat(grain: Grain | null, { question, time }: Subject): Period | null {
  if (grain === null || question?.kind !== 'data') return null;
  if (time?.grain === grain) return toUnit(time.start, grain);
  const [period] = question.periods;
  return period?.grain === grain && period.count === 1 ? toUnit(startOf(period.start, grain), grain) : null;
}

function readPeriod(question: Question | null): Period | null {
  const [period] = question !== null && 'periods' in question ? question.periods : [];
  return period !== undefined && period.text !== 'all time' ? period : null;
}

const bothTimes =
  /\b(?:for|in|over|during|of|across) (?:both(?: of)?|(?:each of )?(?:the|those|these) two)(?: (?:the|those|these))? (?:days|weeks|months|quarters|years|periods|times|seasons|summers|winters|halves)\b(?! (?:together|combined|in total|altogether|added))/i;
const fromMonth = new RegExp(
  `^(?:(?:and|but|only|just|now|show|please),? )*from (${month}(?: (?:19|20)\\d\\d)?)(?: on(?:wards?)?)?(?=\\W*$)`,
  'i',
);
const asksChange = begins(
  '(?:how (?:much|big)(?: of an?)?|what)(?: is| was)? (?:the |a )?(?:growth|change|increase|decrease|drop|rise|fall|decline|difference)(?: (?:is|was) (?:that|it|this))?(?: in (?:percent|%|per cent|percentage terms))?\\W*$',
);
const asksApart = begins(
  '(?:by how much(?: (?:was|is|did) (?:it|that|this)(?: \\w+)?)?|how much (?:more|less|higher|lower|better|worse|bigger|smaller) (?:is|was) (?:it|that|this)(?: (?:in total|altogether|overall|in all))?|which(?: one| of (?:the two|them|those))? (?:was|is|were|did) (?:the )?(?:better|worse|higher|lower|bigger|larger|smaller|stronger|weaker|best|worst|more|less)(?: one)?)\\W*$',
);
const asksMoved = begins(
  `(?:which|what|who) .{0,40}\\b(?:fell|grew|dropped|declined|rose|gained|lost|increased|decreased|shrank|changed|moved|improved)\\b(?: the)?(?: most| least| fastest)?\\W*$|^${lead}why (?:the |that |is the )?(?:drop|fall|decline|rise|growth|increase|decrease|change|difference)\\W*$`,
);
/** "Which categories explain the difference?", "who is responsible for the drop?", "where does the gap come from?" */
const asksCause = begins(
  `(?:which|what|who|where|why|how)\\b.{0,50}\\b(?:explains?|explained|dr[oi]ves?|driving|caused?|behind|responsible|to blame|accounts?|accounted|made|make|makes|contributed?|comes?|came|due|reason)\\b.{0,12}? (?:the|that|this) (?:\\w+ )?(?:drop|fall|decline|rise|growth|increase|decrease|change|difference|gap)(?: (?:come|came|stem) from)?\\W*$|^${lead}where (?:does|did) (?:the|that|this) (?:\\w+ )?(?:drop|fall|decline|rise|growth|increase|decrease|change|difference|gap) come from\\W*$`,
);
const namesTime = /\b(?:last|this|since|(?:19|20)\d\d|q[1-4]|month|year|week|quarter|between)\b/i;
const betweenTwo =
  /\bbetween (?:the two|both|those two|these two|them|those|these)(?: (?:years|summers|winters|periods|months|quarters|halves|times))?(?=\W*$)/i;
const thatStretch = new RegExp(
  `\\b(?:in|during|over|for) (?:that|those|these) (?:half(?:[- ]year)?|season|spring|summer|autumn|winter|(?:${aboveOne}|\\d+) (?:days|weeks|months|quarters|years))\\b`,
  'i',
);

function leadOf(spoken: string): string {
  return spoken.startsWith(' ') ? ' ' : '';
}

const thatTime =
  /(?:\b(?:in|during|over|of|for|on) |(?<!\b(?:is|was|did|does|do|how|show|compare|with|to|than|and|about)) )that (?:same )?(day|week|month|quarter|year)\b(?! (?:before|after))( (last year|(?:a|the|one) year (?:ago|earlier|before)))?/i;
