import type { Question } from '../../question/question.ts';
import type { Period } from '../../time/period.ts';
import { shortMonths } from '../../time/time-patterns.ts';
import { aboveOne } from '../../vocabulary/numbers.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { toWords } from '../../vocabulary/to-words.ts';
import type { Subject } from '../subject.ts';

/** "Was it any better last year?", after the margin of this year: this year set against that, and not last year against the one before. */
export function sayOfOtherTime(
  sentence: string,
  previous: Question,
  _vocabulary: Vocabulary,
  { asksOne }: Subject,
): string {
  const [period, ...others] = 'periods' in previous ? previous.periods : [];
  const bare = period === undefined || others.length > 0 ? undefined : bareThan.exec(sentence)?.groups;
  if (period !== undefined && bare !== undefined)
    return `how does it compare with ${nameBeside(bare.other ?? '', period)}`;
  if (previous.kind !== 'data' || previous.against !== null || previous.periods.length > 1) return sentence;
  // "Was it better than the month before?", after a list: the whole of it.
  const beside =
    previous.dimensions.length > 0 && !asksOne ? thanTime.exec(sentence)?.groups?.than : undefined;
  if (beside !== undefined) return `how does total ${toWords(previous.measures[0])} compare with ${beside}`;
  const { after, first } = otherTime.exec(sentence)?.groups ?? {};
  const time = after ?? first;
  if (time === undefined) return sentence;
  return `${/\b(?:they|those|these)\b/i.test(sentence) ? 'how do they' : 'how does it'} compare with ${time}`;
}

/** "The January before", "the second", after the third quarter. */
function nameBeside(other: string, { start, grain }: Period): string {
  const year = Number(start.slice(0, 4));
  const { month, place } = besideNames.exec(other)?.groups ?? {};
  const at = months.findIndex((name) => month?.toLowerCase().startsWith(name));
  const monthNumber = String(at + 1).padStart(2, '0');
  const before = Number(start.slice(5, 7)) > at + 1 ? year : year - 1;
  if (month !== undefined && at >= 0) return `${before}-${monthNumber}`;
  const quarter = ['first', 'second', 'third', 'fourth'].indexOf(place?.toLowerCase() ?? '') + 1;
  return quarter > 0 && grain === 'quarter' ? `Q${quarter} ${year}` : other;
}

const months = shortMonths.split('|');
const besideNames = new RegExp(
  `^(?:in )?the (?:(?<month>(?:${shortMonths})[a-z]*) (?:before|prior)|(?<place>first|second|third|fourth)(?: (?:quarter|one))?)$`,
  'i',
);

/** Whether what is claimed is said of the other of two times. */
export function isOfOtherTime(asked: string): boolean {
  return otherTime.test(asked);
}

const time = `(?:(?:in|during|for|over|at|on) )?(?:the )?(?:(?:same (?:time|period|month|quarter|week)|(?:last|this|previous|prior) \\w+|(?:year|month|quarter|week|day) before|q[1-4]|h[12]|(?:${shortMonths})[a-z]*|(?:19|20)\\d\\d|yesterday|(?:a|one|${aboveOne}) (?:year|month|week|quarter)s? (?:ago|before|earlier))\\b(?: (?:of |in )?(?:last year|this year|(?:19|20)\\d\\d|the year before|a year ago|then))?)`;
const degree = '(?:(?:any|much|far|a (?:lot|bit|little)|even|really|actually|significantly|also) )*';
const way =
  '(?:better|worse|higher|lower|bigger|smaller|larger|stronger|weaker|more|less)(?: or (?:better|worse|higher|lower|bigger|smaller|more|less))?';
const end = '(?=\\s*[?!.]*\\s*$)';
const thanTime = new RegExp(
  `(?:^|\\b(?:and|so|but),? )(?:was|is) (?:it|that|this) ${degree}${way} than (?:in |for |over )?(?<than>${time})${end}`,
  'i',
);
/** "More than the January before?" leaves out what is more. */
const bareThan = new RegExp(
  `^(?:(?:and|so|but|ok),? )*(?:(?:was|is) (?:it|that) )?${way} than (?<other>(?:in |for )?the (?:(?:${shortMonths})[a-z]* (?:before|prior)|(?:first|second|third|fourth)(?: quarter| one)?))${end}`,
  'i',
);
const otherTime = new RegExp(
  `(?:^|\\b(?:and|so|but),? )(?:(?:was|were|is|are) (?:it|that|this|they|those|these|things)|(?:did|do|does|has|have) (?:we|it|that|they|those|these) (?:do|done|perform|performed|fare|look)) ${degree}${way} (?<after>${time})${end}|(?:^|\\b(?:and|so|but),? )(?:was|were|is) (?<first>${time}) ${degree}${way}${end}`,
  'i',
);
