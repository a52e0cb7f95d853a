import { months } from '../time/time-patterns.ts';
import { lead } from '../vocabulary/lead.ts';
import { anyOf } from './replace-with.ts';
import { occasions } from './wishes.ts';

/**
 * What somebody is at when they ask: "quick one before the ops meeting: …", "I'm looking for clearance candidates in Home. Which …?" It
 * asks for nothing; what it names and the time that it speaks of are those of the question, which has none of its own.
 */

const greeting =
  '(?:(?:hi|hello|hey|(?:good )?(?:morning|afternoon|evening))(?: (?:all|there|team|everyone|everybody|folks|guys|both))?[,.!–-]* +)?';
const asks =
  '(?:what|which|how|who|whose|where|why|when|is|are|was|were|do|does|did|has|have|any|can|could|please|show|give|list|top|i need|we need|need)\\b';
const occasion = `(?:${occasions}|lunch|stock ?take|visit|talks?|negotiations?|workshop|catch-?up|appraisal|conference|fair|deadline)`;
const whose =
  "(?:the|our|my|this|an?|tomorrow['’]?s|today['’]?s|next week['’]?s|(?:mon|tues|wednes|thurs|fri|satur|sun)day['’]?s)";
const soon =
  '(?:tomorrow|today|tonight|later(?: today)?|soon|next (?:week|month|quarter|year)|(?:on |this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|at \\d{1,2}(?::\\d\\d)?(?: ?[ap]m)?|this (?:morning|afternoon|evening)|in (?:an hour|a minute|ten minutes)|starts?|begins?|right now|now)';

/** "Before the weekend" and "for the holidays" are times, unless it is the asking that is before them. */
const quick =
  '(?:just |so )*(?:an? |one |another |last )*(?:quick |short |small |brief )?(?:one|question|check|thing|ask|request|checking|asking) ';

const beforehand = new RegExp(
  `^\\s*${greeting}(?:${quick}(?:before|ahead of) the (?:weekend|holidays?)|(?:${quick})?(?:before|ahead of|in time for|for) ${whose} (?<what>(?:[\\w-]+ ){0,2}?)${occasion})(?: ${soon})*(?:\\s*[,:;–—]+|\\s+-)?\\s+(?=${asks})`,
  'iu',
);

const at = anyOf(`
  placing (?:(?:an?|the|some|new) )?orders?, preparing(?: for)?, prepping(?: for)?, working on, writing(?: up)?, doing, planning, reviewing, putting together, going through,
  discussing, finishing, updating, building, running, organi[sz]ing, looking for, thinking (?:of|about), considering, sorting out, drafting`);
const busy = new RegExp(
  `^\\s*${greeting}(?:(?:i|we)(?:['’](?:m|re)| am| are)(?: just| currently| now)? )${at} (?!(?:worse|better|more|less|fewer|well|badly|poorly|fine|great)\\b)(?<what>[^.:;,?!–—]{3,70}?)(?:[.:;,!–—]+|\\s+-)\\s+(?:so |and )?(?=${asks}|how\\b)`,
  'iu',
);
const when = new RegExp(
  `(?:\\b(?:for|of|in|from|over|during|on) )?\\b(?:the )?(?<when>(?:${months}|q[1-4]|h[12])(?: (?:19|20)\\d\\d)?|last (?:week|month|quarter|year)|this (?:month|quarter|year)|(?:19|20)\\d\\d)(?:['’]s)?\\b`,
  'iu',
);
const ahead = new RegExp(`\\b(?:for |on |in )?${soon}\\b`, 'giu');
const ofThing =
  /\b(?:for|of|in|on|with|about|at|from|regarding) (?:the |our |all )?(?<thing>[^.:;,?!]{2,40})$/iu;
const hasTime = new RegExp(
  `\\b(?:last|this|past|previous|yesterday|today|now|ytd|q[1-4]|h[12]|${months}|(?:19|20)\\d\\d|since|week|month|quarter|year)\\b`,
  'i',
);
/** "I'm reviewing Garden" speaks of it; "I'm planning a promotion" is what somebody does. */
const spokenOfOnly = /\b(?:reviewing|discussing|considering|thinking (?:of|about)) /i;
const refers = /\b(?:it|they|them|its|their|there|those|these|that)\b/i;
const namesSome = new RegExp(`\\p{Lu}|\\d|\\b(?:${months})\\b`, 'u');
const endsOccasion = new RegExp(`\\b${occasion}$`, 'i');

/** A question without the occasion that it is asked on. */
export function withoutOccasion(text: string): string {
  const before = beforehand.exec(text);
  // "For the Garden report", "before the Q3 review" name what is asked of.
  const isNamed = namesSome.test(before?.groups?.what ?? '');
  const plain = before === null || isNamed ? text : text.slice(before[0].length);
  const { what } = busy.exec(plain)?.groups ?? {};
  if (what === undefined) return plain;
  const rest = plain.slice(busy.exec(plain)?.[0].length ?? 0);
  const [question = ''] = /^[^?!.]*/.exec(rest) ?? [];
  const spoken = what.replace(ahead, ' ').replace(/\s+/g, ' ').trim();
  const { when: moment } = when.exec(spoken)?.groups ?? {};
  const untimed = spoken.replace(when, ' ').replace(/\s+/g, ' ').trim();
  const spokenOf = spokenOfOnly.test(plain) ? untimed : undefined;
  const thing = ofThing.exec(untimed)?.groups?.thing ?? spokenOf;
  const named = thing === undefined || endsOccasion.test(thing) ? null : thing.trim();
  // What it speaks of stands in the question as a pronoun, or is all that is named: "the Garden order for Main" names two.
  const beside = named === null ? untimed : untimed.slice(0, -named.length);
  if (refers.test(question) || /\p{Lu}/u.test(beside)) return plain;
  const timed =
    moment === undefined || hasTime.test(question) ? question : `${question.trimEnd()} in ${moment}`;
  const isSaid = named === null || question.toLowerCase().includes(named.toLowerCase());
  const whole = isSaid ? timed : `${named}: ${timed.charAt(0).toLowerCase()}${timed.slice(1)}`;
  return `${whole}${rest.slice(question.length)}`;
}

/** What goes by a time, and what goes by a figure: "if you look at internet only" narrows. */
const basis =
  '(?:if|when) (?:you|we|i|one) (?:only |just )?(?:(?<looks>takes?|looks? at|considers?|uses?)|go(?:es)? by|count(?:s)?(?: by)?|judges?(?: it)? by|measures?(?: it)? (?:by|in)|base (?:it|that) on)';
const timeOf = new RegExp(
  `^(?:only )?(?:the )?(?:(?:last|past|previous) (?:\\d+ |\\w+ ){0,3}(?:days?|weeks?|months?|quarters?|years?)|this (?:week|month|quarter|year)|${months}|q[1-4]|(?:19|20)\\d\\d)(?: (?:19|20)\\d\\d)?$`,
  'i',
);
const basisLast = new RegExp(`^(?<said>.+?),? ${basis} (?<of>[^?.!,]{3,60}?)(?<end>\\s*[?.!]*\\s*)$`, 'iu');
const basisFirst = new RegExp(
  `^(?<and>\\s*${lead})${basis} (?<of>[^?.!,]{3,60}?), (?<said>${asks}.+?)(?<end>[?.!]*\\s*)$`,
  'iu',
);

/** "…, if you take the last three months", "if you count orders": the time or the figure that a question goes by. */
export function withBasis(text: string): string {
  const found = (basisFirst.exec(text) ?? basisLast.exec(text))?.groups;
  const { and = '', said, of = '', end = '', looks } = found ?? {};
  if (said === undefined || /\bwhat$|\bhow about$/i.test(said)) return text;
  if (timeOf.test(of)) return `${and}${said} over ${of}${end}`;
  return looks === undefined ? `${and}${said} by ${of}${end}` : text;
}

const topical =
  /^(?<thing>(?!(?:what|which|how|who|where|why|when|is|are|do|does|did|per|by|in|for|of|on|at|each|every|with|from|since)\b)[\w'’&-]+(?: [\w'’&-]+){0,4}?)(?<!\b(?:of|at|in|on|by|to|from|the|for)) (?<time>(?:(?:over|in|during|for|since) (?:the )?)?(?:(?:last|past|previous|this) (?:[\w-]+ ){0,2}?(?:days?|weeks?|months?|quarters?|years?)|q[1-4](?: 20\d\d)?|(?:19|20)\d\d))(?:: | - | – )(?<question>(?:what|which|how|who|where|why|is|are|was|were|do|does|did|has|have)\b[^?.!]*?\b(?:they|them|it|those)\b[^?.!]*)(?<end>[?.!]*)$/iu;

/** "Write-offs over the past six months: how much did they cost us?": the time is that of the question. */
export function withTopicTime(text: string): string {
  const { thing, time = '', question = '', end = '' } = topical.exec(text.trim())?.groups ?? {};
  if (thing === undefined || hasTime.test(question)) return text;
  return `${thing}: ${question} ${time}${end}`;
}
