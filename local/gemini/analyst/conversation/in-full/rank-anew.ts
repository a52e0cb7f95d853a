import type { Question } from '../../question/question.ts';
import { shortMonths } from '../../time/time-patterns.ts';
import { aboveOne, toNumber } from '../../vocabulary/numbers.ts';
import { toSingular } from '../../vocabulary/to-words.ts';
import { nouns } from '../references/nouns.ts';

/** "And what does the top 5 look like by units?", after the top 5 by revenue: a ranking of all by that figure, and not those five. */
export function rankAnew(sentence: string, previous: Question): string {
  if (previous.kind !== 'data' || previous.order === null || previous.dimensions.length === 0)
    return sentence;
  const { again, other, time } = asksAgain.exec(sentence)?.groups ?? {};
  if (time !== undefined && toNumber((again ?? other ?? '').toLowerCase()) === previous.limit)
    return `same list for ${time}`;
  // "And which ones sell most?", after those with the best margin, however many: another ranking of all.
  if (previous.limit === null && previous.conditions.length === 0 && sellMost.test(sentence))
    return 'top 10 by units';
  const { which, count, figure } = (asked.exec(sentence) ?? saidFirst.exec(sentence))?.groups ?? {};
  const last = toSingular(figure?.split(' ').at(-1)?.toLowerCase() ?? '');
  if (figure === undefined || nouns[last] !== undefined || times.test(last)) return sentence;
  return `${which} ${count} by ${figure}`;
}

const lead = '(?:(?:and|but|so|ok|now|then|please),? )*';
const asks =
  "(?:(?:what|who|how|which)(?:['’]s| (?:does|do|did|would|will|is|are|was|were|about))? |(?:show|give)(?: me)? |let me see |list )?";
const few = `${aboveOne}|\\d{1,2}`;
const top = `(?:the |our )?(?<which>top|bottom|best|worst|biggest|largest|smallest|lowest|highest) (?<count>${few})(?: ones)?`;
const looks = '(?: (?:look(?: like)?|be|come out|turn out|then|now|instead))*';
const figure = '(?:by|in terms of|in (?=(?:units|pieces|money)\\b)) ?(?:the )?(?<figure>[^\\d?.!,]{3,40}?)';
const asked = new RegExp(
  `^${lead}${asks}${top}${looks},? (?:(?:when |if )?(?:ranked|sorted|ordered|measured|judged) )?${figure}(?: instead| please| then)?\\W*$`,
  'i',
);
/** "Ranked by units, what does the top 5 look like?" */
const saidFirst = new RegExp(
  `^${lead}(?:(?:when |if )?(?:ranked|sorted|ordered|measured|judged) )?${figure}, ${asks}${top}${looks}\\W*$`,
  'i',
);
/** "What did the top 5 look like last year?" */
const asksAgain = new RegExp(
  `^${lead}(?:what|who) (?:(?:does|do|did|would) (?:the |our )?top (?<again>${few})(?: ones)? (?:look like|be)|(?:was|were|is|are) the top (?<other>${few})(?: ones)?) (?:in |for )?(?<time>(?:last|this|the|q[1-4]|h[12]|(?:${shortMonths})[a-z]*|(?:a|one) (?:year|month|quarter))\\b[^?.!,]{0,30}|(?:19|20)\\d\\d)\\W*$`,
  'i',
);

const sellMost = /^and (?:which|what) (?:ones )?(?:sell|sold)(?: the)? (?:most|best)\W*$/i;
const times = /^(?:day|week|month|quarter|year|weekday|colou?r|size|type|kind|state|city|country|time)$/;
