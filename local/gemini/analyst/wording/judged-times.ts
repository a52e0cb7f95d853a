import { months } from '../time/time-patterns.ts';
import { lead } from '../vocabulary/lead.ts';
import { pronoun, time } from './topics.ts';

/**
 * "September was big for Garden. Which products sold best?": what somebody thinks of a time is no part of the question that follows,
 * but that time and the thing that it was so for are meant by it.
 */
export function withJudgedTime(text: string): string {
  const groups = shapes.map((shape) => shape.exec(text)?.groups).find((found) => found !== undefined);
  if (groups === undefined) return text;
  const { when = '', thing, question = '' } = groups;
  const isWhole = question.trim().split(/\s+/).length > 2;
  if (!isWhole || time.test(question) || pronoun.test(question)) return text;
  const moment = /^(?:last|this|yesterday|today)/i.test(when) ? when : `in ${when}`;
  return `${question}${thing === undefined ? '' : ` for ${thing}`} ${moment}?`;
}

const when = `(?<when>(?:${months})(?: (?:19|20)\\d\\d)?|(?:last|this) (?:week|month|quarter|year|${months})|q[1-4](?: (?:19|20)\\d\\d)?|(?:19|20)\\d\\d)`;
const judged =
  '(?:(?:really|very|pretty|quite|so|rather|truly|exceptionally|super) )?(?:big|huge|strong|great|good|excellent|fantastic|amazing|brilliant|solid|decent|busy|record|weak|slow|bad|poor|terrible|awful|horrible|quiet|soft|disappointing|tough|rough|dismal)(?: (?:one|time))?';
const unit = '(?:week|month|quarter|year)';
const thing = "(?:the |our )?(?<thing>(?!us\\b|business\\b|everyone\\b|all\\b)[\\p{L}\\d&’' -]{2,30}?)";
const end = '[.!;]+\\s+(?:so |and |but )?(?<question>(?:which|what|who|where|how)\\b[^?.!]*)\\?*\\s*$';
const shapes = [
  `${when} (?:was|were|has been|is|looked|looks) (?:an? )?${judged}(?: ${unit})?(?: (?:for|in|at) (?:us|business|${thing}))?${end}`,
  `(?:we|the business) (?:had|saw|have had) (?:an? )?${judged} ${when}(?: (?:for|in|at|with) ${thing})?${end}`,
].map((shape) => new RegExp(`^\\s*${lead}${shape}`, 'iu'));
