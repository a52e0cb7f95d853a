import { dayName, month, months } from '../time/time-patterns.ts';
import { fillers } from '../vocabulary/fillers.ts';

/**
 * What is named before the question about it, and stands in the question as a pronoun only: "what's the story with returns, have
 * they gone up?", "I keep hearing of Hansen. How much did they buy?", "the grills - how long will they last?" It is put where the
 * pronoun stands, so that the question can be read by itself.
 */

const asks =
  '(?:what|which|how|who|whose|where|why|when|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|show|give|list)\\b';
/** A comma, a dash, dots, or the end of a short sentence. */
const parts = '(?:\\s*(?:\\.{2,}|…|[,;:?–—]|\\s-)\\s*|[.!]\\s+)(?:and |so |but |now |well,? )?';
const thing = '(?<thing>(?:(?!\\b(?:that|which|who|whether|if)\\b)[^,.;:?!…–—]){2,60}?)';
const ago =
  '(?: (?:the other day|yesterday|today|this morning|earlier|recently|lately|all the time|all day|a lot|again|right now|just now|now|here|in my inbox|on the phone))*';
const kind =
  '(?:customer|client|account|supplier|vendor|product|article|item|brand|category|warehouse|store|company|shop|firm|guys?|people)';

const leads = [
  // "What's the story with …"
  `(?:so |well |and |ok,? )?what(?:['’]?s| is| are| was)(?: really| actually)? (?:going on|happening|up|wrong|new|the (?:story|deal|matter|situation|status|latest|scoop|problem|issue|trouble|score|news)) (?:with|on|about|at|in|around|regarding|behind)(?: all)?(?: the| our)? ${thing}${parts}`,
  `(?:so |and )?what(?:['’]?s| is) with(?: all)?(?: the| our)? ${thing}(?: lately| recently| these days| nowadays| of late)?${parts}`,
  // "I keep hearing the name …", "my colleague keeps asking me about …"
  `(?:(?:i|we|they|people|everyone|everybody|someone|somebody|(?:a|my|our|the|one of (?:my|our)) (?:\\w+ ){0,2}?\\w+)(?:['’](?:ve|m|re|d|s))?(?: (?:have|has|had|am|are|is|was|were|been|just|also|always|still|only|keep|keeps|kept|often|sometimes|would|like|to|got|get|a question|questions|an email|a call|a complaint|complaints))* )(?:hear|hears|hearing|heard|read|reading|see|seeing|look|looking|looked|talk|talks|talking|talked|think|thinking|thought|ask|asks|asking|asked|wonder|wondering|worry|worried|worrying|curious|interested|check|checking|mention|mentioned|mentions|review|reviewing|stumbled|came|come|bumped|working)(?: me| us)?(?: (?:about|of|at|on|over|into|in|for|across|upon))*(?: (?:the|this|a|that) (?:name|word)(?: of)?)?(?: the| our)? ${thing}${ago}${parts}`,
  // "There's this customer called …"
  `(?:there(?:['’]s| is| was)|we(?:['’]ve| have)(?: got)?|i(?:['’]ve| have)(?: got)?|take|consider) (?:this|a|an|one|the|that) (?:new |big |small |old )?${kind}(?: of ours)?(?: called| named|,|:)+ ${thing}${parts}`,
  // "Call with Hansen tomorrow. What did they buy?", "prepping the talk with Orsini, …"
  `(?:(?:(?:i|we)(?:[’'](?:m|re|ve))? (?:am |are |have )?(?:got )?)?(?:(?:prepping|preparing|have|having|got|seeing|before|ahead of)(?: for)? )?)?(?:(?:the|a|my|our|another|this) )?(?:call|meeting|talks?|chat|visit|negotiations?|lunch|review) with(?: the| our)? ${thing}${ago}${parts}`,
  // "We have a supplier meeting tomorrow with Orsini."
  `(?:i|we)(?:[’'](?:ve|re|m))? ?(?:have |having |got )?(?:an? |our |the )?(?:\\w+ ){0,2}?(?:call|meeting|talks?|visit|negotiations?|lunch|review)${ago}(?: tomorrow| next week| later| on \\w+day| at \\d+(?::\\d\\d)?(?: ?[ap]m)?)* with(?: the| our)? ${thing}${ago}${parts}`,
  // "I'm on the phone with Hansen - how late are they?", "before I call Hansen, what do we owe them?"
  `(?:(?:i|we)(?:[’'](?:m|re)| am| are) (?:just |currently )?(?:on the phone|in a (?:call|meeting)|meeting|seeing|talking|speaking)(?: (?:with|to))?|before (?:i|we) (?:call|phone|ring|meet|see|visit|talk to|speak to|speak with|talk with|negotiate with|write to|order from|buy from|reorder from|place (?:an|the|another|a new) order with))(?: the| our)? ${thing}${ago}${parts}`,
  // "I am preparing the range review of Home. How many products of it did we sell?"
  `(?:i(?:['’]m| am)|we(?:['’]re| are)) (?:preparing|working on|writing|doing|planning|reviewing) (?:the|our|my|an?|this|next) (?:\\w+ ){0,3}?(?:review|report|meeting|talk|plan|assortment|analysis|presentation) (?:of|for|on|with|about)(?: the| our)? ${thing}${parts}(?:please |kindly )?(?:(?:can|could|would|will) you (?:please )?(?:tell me |show me |let me know )?)?`,
  // "October felt weak, how did it do against September?"
  `(?:so )?(?<thing>(?:last|this) (?:week|month|quarter)|${months}|q[1-4]) (?:felt|feels|looks|looked|was|is|seems|seemed) (?:\\w+ )?(?:weak|low|soft|slow|poor|bad|quiet|flat|strong|good|high)(?: (?:to|for) (?:me|us))?${parts}(?!(?:is|was) it\\b)`,
  `(?:speaking|talking|thinking) (?:of|about)(?: the| our)? ${thing}${parts}`,
  `(?:as (?:for|to|regards)|regarding|concerning|with regards? to|when it comes to|on the (?:subject|topic|matter) of|turning to|coming to|apropos|about|re:?)(?: the| our)? ${thing}${parts}`,
].map((pattern) => new RegExp(`^\\s*${pattern}(?=${asks})`, 'iu'));

const bare = new RegExp(
  `^\\s*(?!(?:${asks}|in|on|at|for|since|during|from|by|and|but|or|so|if|of|last|this|next|these|those|that|first|same|until|till|before|after|between|per|each|every|only|just|what|which|who|how)\\b)(?:(?:the|our) )?${thing}(?:\\s*(?:\\.{2,}|…|[,:–—])\\s*|\\s+-\\s+)(?=${asks})`,
  'iu',
);

export const time = new RegExp(
  `\\b(?:last|this|next|past|previous|yesterday|today|tomorrow|now|ytd|mtd|qtd|q[1-4]|(?:19|20)\\d\\d|${month}|week|month|quarter|year|${dayName}s?)\\b`,
  'i',
);

/** "We review the West region on Monday", "… in our meeting tomorrow": when it is spoken of is no part of the thing. */
const occasion = new RegExp(
  `(?:,? (?:again|later|soon|(?:on|in|at|by|before|after|during|for|with)\\b(?: (?:the|our|my|a|an))?(?: \\w+){0,2}? (?:meeting|review|call|board|report|boss|workshop|presentation|appraisal)|(?:on |by |before |until |early |late |for )?(?:next |this |coming )?(?:today|tomorrow|yesterday|${dayName}|(?<=this |next )week)(?: (?:morning|afternoon|evening|night))?))+$`,
  'i',
);

export const pronoun = /\b(?:they|it|them|he|she|its|their|his|her|(?<!\b(?:is|are|was|were) )there)\b/i;

/** "How long do they need?" */
const subject = /(?<=\b(?:do|does|did|have|has|had|can|could|will|would|should) )(?:they|it|he|she)\b/i;

/** "Espresso machines: who bought one?" */
const object =
  /(?<=\b(?:buys?|bought|buying|orders?|ordered|sells?|sold|returns?|returned|takes?|took) )(?:one|them|it|those|these|any)\b(?! of)/i;

/** A question with what it is about in its place. */
export function withTopic(text: string): string {
  for (const pattern of leads) {
    const found = pattern.exec(text);
    if (found) return join(found, text, true);
  }
  const found = bare.exec(text);
  return found && isThing(found.groups?.thing ?? '') ? join(found, text, false) : text;
}

/** "Great, how many of them …" names nothing, "last month: …" no thing. */
export function isThing(thing: string): boolean {
  const words = thing.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length < 8 && !time.test(thing) && words.some((word) => !fillers.has(word));
}

function join(found: RegExpExecArray, text: string, isLed: boolean): string {
  const thing = (found.groups?.thing ?? '').replace(occasion, '').trim();
  const rest = text.slice(found[0].length);
  const [question = ''] = /^[^?!]*/.exec(rest) ?? [];
  const said = isLed ? pronoun.exec(question) : (subject.exec(question) ?? object.exec(question));
  // "I'm looking at Garden. What sold worst, and what is its margin?": it is what sold worst, and all of it is in Garden.
  const isOfRanked = isLed && said !== null && ranked.test(question.slice(0, said.index));
  if (isOfRanked || (said === null && isLed && looksAt.test(found[0]))) return `${thing}: ${rest}`;
  // "My boss asks about the meeting. What was revenue last month?" is about no meeting.
  const endsBefore = /[.!]\s*$/.test(found[0]) && !/\.\./.test(found[0]);
  if (said === null) return isLed && !endsBefore ? `${thing}, ${rest}` : text;
  return inPlace(rest, said, thing);
}

const ranked = /\b(?:best|worst|top|biggest|largest|smallest|highest|lowest|most|least)\b.*,? and\b/i;
const looksAt =
  /^\s*(?:i|we)\b.* (?:look|looking|interested|working|checking|reviewing|focus\w*|concentrat\w*) (?:at|in|on|into)\b/i;

/** A question with the thing where its pronoun stands. */
export function inPlace(question: string, { 0: spoken, index }: RegExpExecArray, thing: string): string {
  const written = /^(?:its|their|his|her)$/i.test(spoken)
    ? `${thing}${/s$/i.test(thing) ? '’' : '’s'}`
    : /^there$/i.test(spoken)
      ? `in ${thing}`
      : thing;
  return question.slice(0, index) + written + question.slice(index + spoken.length);
}
