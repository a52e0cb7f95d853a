import type { Question } from '../../question/question.ts';
import { shortMonths } from '../../time/time-patterns.ts';
import { aboveOne } from '../../vocabulary/numbers.ts';

/** "Was it any better last year?", after the margin of this year: this year set against that, and not last year against the one before. */
export function sayOfOtherTime(sentence: string, previous: Question): string {
  if (previous.kind !== 'data' || previous.against !== null || previous.periods.length > 1) return sentence;
  const { after, first } = otherTime.exec(sentence)?.groups ?? {};
  const time = after ?? first;
  if (time === undefined) return sentence;
  return `${/\b(?:they|those|these)\b/i.test(sentence) ? 'how do they' : 'how does it'} compare with ${time}`;
}

/** Whether what is claimed is said of the other of two times. */
export function isOfOtherTime(asked: string): boolean {
  return otherTime.test(asked);
}

const time = `(?:(?:in|during|for|over|at|on) )?(?:the )?(?:(?:same (?:time|period|month|quarter|week)|(?:last|this|previous|prior) \\w+|(?:year|month|quarter|week|day) before|q[1-4]|h[12]|(?:${shortMonths})[a-z]*|(?:19|20)\\d\\d|yesterday|(?:a|one|${aboveOne}) (?:year|month|week|quarter)s? (?:ago|before|earlier))\\b(?: (?:of |in )?(?:last year|this year|(?:19|20)\\d\\d|the year before|a year ago|then))?)`;
const degree = '(?:(?:any|much|far|a (?:lot|bit|little)|even|really|actually|significantly|also) )*';
const way =
  '(?:better|worse|higher|lower|bigger|smaller|larger|stronger|weaker|more|less)(?: or (?:better|worse|higher|lower|bigger|smaller|more|less))?';
const end = '(?=\\s*[?!.]*\\s*$)';
const otherTime = new RegExp(
  `(?:^|\\b(?:and|so|but),? )(?:(?:was|were|is|are) (?:it|that|this|they|those|these|things)|(?:did|do|does|has|have) (?:we|it|that|they|those|these) (?:do|done|perform|performed|fare|look)) ${degree}${way} (?<after>${time})${end}|(?:^|\\b(?:and|so|but),? )(?:was|were|is) (?<first>${time}) ${degree}${way}${end}`,
  'i',
);
