import { toAcknowledged } from './acknowledging.ts';
import { anyOf } from './replace-with.ts';
import { occasions, wishes } from './wishes.ts';

/** Where a sentence begins, after what makes it go on from the one before. */
const begins =
  '(^\\s*(?:(?:and|but|also|ok(?:ay)?|now|then|instead)[, ]+)?|[?!]\\s+|[\\p{L}\\p{N})%]\\.\\s+|\\n\\s*)';

const polite = '(?:please|kindly|possibly|perhaps|maybe|just|quickly|also|first|now|briefly|be able to)';
const adverbs =
  '(?:just |also |really |only |actually |simply |mainly |kind of |sort of |a bit |quite |very |always )*';
const isAsked =
  '(?=(?:what|which|how|who|whose|where|why|when|whether|if|is|are|was|were|do|does|did|has|have)\\b)';

const people =
  '(?:someone|somebody|everyone|boss|manager|accountant|controller|cfo|ceo|coo|auditors?|buyer|clerk|director|owner|colleague|chief|planner|storekeeper|foreman|team|lead)';

/** What follows a verb that asks for something, and is no part of another verb. */
const something =
  '(?=(?!(?:off|up|out|down|in|low|of|rate|over|about|me|rid|back|orders?|by|levels?|sheets?)\\b)\\w)';
/** Verbs that ask to be shown something. */
const shows = anyOf(`
  drill(?: down)? (?:in)?to, drill down on, dive (?:deep(?:er)? )?into, deep[- ]dive (?:in)?(?:to|on),
  dig (?:deeper )?(?:in)?to, look into, look at, look up, zoom (?:in )?(?:in)?to, zoom in on, home in on,
  take a (?:closer |quick |good )?look at, have a (?:closer |quick |good )?look at, check on, check out, peek at, pull up,
  pull out, pull together, pull, call up, bring up, dig up, dig out, put up, throw up, bring me, lay out, lay down, set out,
  spell out, map out, point out, write out, write down, note down, put together, put down, whip up, knock up,
  throw together, run, rustle up, spit out, fetch, fetch me, retrieve, grab, grab me, get, get me, hand me, send me over,
  provide, provide me with, present me with, generate, prepare, compile, make me, build me, create, create me, report on,
  specify, indicate, illustrate, highlight, reveal, demonstrate, identify, determine, figure out, find out, find, find me,
  check, verify, examine, inspect, assess, evaluate, analy[sz]e, explore, investigate, let me have, let me see,
  let['’]?s see, let['’]?s have, let us see, remind me of, refresh my memory (?:on|about), give us, show us, clue me in on`);
/** Said after a question, and nothing of it. */
const courtesies = anyOf(`
  please, pls, plz, asap, a\\.s\\.a\\.p\\.?, if (?:that is|that[’']s|it is|it[’']s|at all )?possible,
  if you['’]?(?:d| would) be so (?:kind|good|nice)(?: as to)?, if it['’]?s not too much (?:trouble|to ask),
  if (?:you|i|we) (?:can|could|may|might|would|please|don[’']?t mind|have (?:it|that|them|time|a (?:minute|moment|sec(?:ond)?))|get (?:a|the) chance),
  when (?:you (?:can|get a (?:chance|moment|minute)|have (?:a (?:moment|minute|sec(?:ond)?)|time))|possible|convenient),
  at your (?:earliest )?convenience, no rush, no hurry, would you, will you, could you, can you, right, ok(?:ay)?, yeah,
  huh, eh, innit, roughly, approximately, ballpark, give or take`);

/** What comes before a question and says nothing of what is asked: the greeting, the wish to know, the request to show. */
const openings: [RegExp, string][] = [
  // "Morning!", "hi all,", "dear analyst:"
  opening(
    '(?:hi|hello|hey|hiya|howdy|dear|yo|greetings|(?:good )?(?:morning|afternoon|evening|day))(?: (?:there|all|team|everyone|everybody|folks|guys|again|mate|friend|analyst|assistant|bot|tallyboard))?(?: *[,!.:–—-]+ *|(?<= (?:there|all|team|everyone|everybody|folks|guys|mate|friend)) (?=\\w)| (?=(?:can|could|what|which|how|show|give|please|i|who|do|did|need|want)\\b))',
    '',
  ),
  // "So,", "btw", "quick question:"
  opening(
    "(?:so|well|right|alright|all right|um+|uh+|hm+|er+m?|anyway|anyhow|basically|btw|by the way|fyi|sorry|excuse me|pardon me|listen|look|a? ?quick (?:question|one|check|ask)|question|my question(?: is)?|one (?:more )?question|another (?:question|one)|one more(?: thing| question)?|for (?:my|our) (?:information|reference|records)|out of (?:curiosity|interest)|in case you (?:know|can say|have it)|if i may(?: ask)?|if you (?:please|would|could|don[’']?t mind)|when you (?:get|have) (?:a|the) (?:chance|moment|minute|sec(?:ond)?))(?: *[,!.:–—-]+ *)",
    '',
  ),
  opening(`(?:please|kindly|pls|plz)[, ]+(?=\\w)`, ''),
  // "What do you think we'll sell in December?"
  opening(
    "what do you (?:think|expect|reckon|guess)(?: that)? (?=(?:we|i|it|they)['’]ll |(?:[\\w-]+ ){1,4}will )",
    'what ',
  ),
  ...wishes.map(([pattern, written]) => opening(pattern, written)),
  // "Accountant here:", "my boss wants to know: what …"
  opening(
    `(?:(?:the|my|our) )?(?:[a-z]+ )?${people}(?: (?:here|speaking) *[,:–-]+ *| (?:(?:wants|needs|would like)(?: (?:to know|me to find out))?|asks|asked|is asking)(?: me)? *[,:–-]* +${isAsked})`,
    '',
  ),
  // "Our CFO is asking about the margin"
  opening(
    `(?:(?:the|my|our) )?(?:[a-z]+ )?${people} (?:wants|needs|would like|asks|asked|is asking|was asking|keeps asking)(?: me| us)? (?:about|for|to (?:see|have|get)) `,
    'show me ',
  ),
  // "I was wondering whether …", "we'd like to know what …"
  opening(
    `(?:(?:i['’]?m|i am|we['’]?re|we are|i was|we were|am|just|was) )?${adverbs}(?:wondering|curious|keen to (?:know|see|learn|find out)|trying to (?:find out|understand|see|figure out|work out|learn|determine|get (?:a (?:sense|feel|feeling|picture|handle)|an idea) (?:of|for))|hoping to (?:see|find out|know|learn|get)|looking to (?:see|find out|know|learn|understand)|interested (?:in (?:knowing|seeing|finding out)|to (?:know|see)))(?: about)? ${isAsked}(?:whether |if )?`,
    '',
  ),
  opening(
    `(?:i|we)(?:['’]d| would| should)? ?${adverbs}(?:want|wish|need|like|love|have|care|got)(?:ed)? ?(?:you )?to (?:know|see|find out|learn|hear|understand|check|figure out|work out|be told|tell me)(?: about| more about)? ${isAsked}(?:whether |if )?`,
    '',
  ),
  // "Can you tell me which …", "do you know how …", "any idea what …"
  opening(
    `(?:(?:can|could|will|would|may|might) (?:you|u|someone|anyone|we|i) )?(?:${polite} )*(?:tell|show|inform|remind|advise|let)(?: me| us)(?: know| see)?(?: about| again| please| quickly)* ${isAsked}(?:whether |if )?`,
    '',
  ),
  opening(
    `(?:do|would|does|might) (?:you|u|we|anyone|anybody) (?:happen to |still |by any chance )?(?:know|remember|recall|have any idea|have an idea)(?: of| about)? ${isAsked}(?:whether |if )?`,
    '',
  ),
  opening(
    `(?:have you |you have |got |have you got |you got |is there )?(?:any|some|an) (?:idea|clue|thoughts?)(?: of| about| on| as to)? ${isAsked}(?:whether |if )?`,
    '',
  ),
  opening(
    `(?:(?:can|could) (?:i|we|you) |(?:i|we) (?:need|want|have|['’]d like|would like) to |let['’]?s |let (?:me|us) |please |help me )?(?:see|know|find out|check|figure out|work out|determine|understand|verify|confirm|clarify|establish|identify|look (?:at|into)|take a look at|have a look at|look up) ${isAsked}(?:whether |if )?`,
    '',
  ),
  opening(
    '(?:do the needful(?: and)?,? ?)?(?:send|share|forward|shoot|revert|get back(?: to me)?|come back(?: to me)?)(?: (?:me|us|over|across|with|to))* (?=(?:the|our|a list|some|all|what|which|how|region|category|units|sales|revenue|last|this)\\b)(?!an? (?:e-?mail|message))',
    'show me ',
  ),
  // "Please use the last 12 months."
  opening(
    '(?:please )?(?:use|take|consider|base it on) (?=(?:the )?(?:last|past|previous|this|q[1-4]|(?:19|20)\\d\\d)\\b)',
    '',
  ),
  // "Would you mind showing me …", "is it possible to get …", "walk me through …": a wish to be shown.
  opening(
    `(?:can|could|will|would) (?:you|u) (?:${polite} )*(?:(?:do me a favou?r and|be so (?:kind|good) (?:as )?to) )?(?=(?!you\\b|we\\b|i\\b|be\\b|help\\b|do\\b|say\\b)\\w+)`,
    '',
  ),
  opening(
    `(?:would you mind |do you mind |mind )(?:telling|showing|giving|getting|listing|pulling up|sharing)(?: me| us)? (?:with )?`,
    'show me ',
  ),
  opening(
    `(?:is it possible |is there (?:a|any) (?:way|chance) (?:for (?:you|me|us) )?|would it be possible |any (?:chance|way) (?:of |to )?(?:i|we|you)? ?(?:can|could)? ?(?:to )?)(?:to )?(?:see|get|have|show me|show|know|tell me|getting|seeing|give me) `,
    'show me ',
  ),
  opening(
    `(?:(?:can|could|may|might) (?:i|we) (?:${polite} )*|(?:i|we)(?:['’]d| would| want| need| wish)(?: like| love| want| need)? to |let['’]?s |let (?:me|us) )(?:see|get|have|look at|take a look at|have a look at|look into|view|check|check out|check on|know|pull up|pull|bring up|get hold of) (?:to see )?`,
    'show me ',
  ),
  opening(
    `(?:(?:i['’]?m|i am|we['’]?re|we are) )?${adverbs}(?:looking for|after|interested in|curious about|wondering about|keen on|in need of|hoping to (?:see|get)) `,
    'show me ',
  ),
  opening(
    `(?:(?:i|we) (?:need|want) you to |help me |go ahead and |be so kind as to |now )?(?:walk|talk|run|take|guide|lead|step|bring) (?:me|us) through `,
    'show me ',
  ),
  opening(
    `(?:a )?(?:heads[- ]?up|word|few words|quick word|look|quick look|glance|quick glance|closer look|peek|refresher|reminder|reading|readout|report|status) (?:on|at|of|about) `,
    'show me ',
  ),
  opening(`${shows} ${something}`, 'show me '),
  // "Tell me the margin" asks for one figure, "show me the margin" may want its course.
  opening(
    `(?:calculate|compute|work out|reckon up|derive|quantify|tell me|tell us|inform me (?:of|about)|advise me (?:of|on)) ${something}`,
    'what is ',
  ),
  opening(`show me ${isAsked}(?:whether |if )?`, ''),
];

/** What comes after a question and says nothing of what is asked: thanks, politeness, whom it is for, where it stands. */
const closings: RegExp[] = [
  // "What, if anything, did they buy?", "which bikes, if any, …"
  /,? if (?:any(?:thing|one|body|where)?|at all|so)(?: at all)?(?:,|(?=\s*[?.!]*$))/gi,
  closing(
    '(?:thanks|thank you|thx|ty|tia|cheers|ta|merci)(?: (?:in advance|a lot|so much|very much|a bunch|again|mate|all|everyone|you))*',
  ),
  closing(courtesies),
  closing(
    `(?:just )?(?:in|for|to put in(?:to)?|to include in|to add to|to use in|to show (?:in|at|to)|needed for|i need (?:it|this|that) (?:for|in)) (?:the|my|our|a|an|this|today[’']?s|tomorrow[’']?s|monday[’']?s|friday[’']?s|this week[’']?s|next week[’']?s) (?:\\w+ )?${occasions}(?: (?:meeting|deck|call|pack|review|slides?|report|presentation|tomorrow|today|on \\w+day))?`,
  ),
  closing(
    '(?:according to|from|in|as per|based on|looking at) (?:the|our|your) (?:system|database|data ?base|dashboard|records|books|erp|tool|data|numbers|figures)',
  ),
  closing('(?:for|to) (?:me|us)'),
  closing('(?:that|this|it) would be (?:nice|great|good|perfect|helpful|lovely|ideal)'),
  closing(
    '(?:(?:i|we) )?(?:just )?want(?:ed)? to (?:see|know|check) (?:if|whether|how) (?:it|they|that|this)\\b[^?.!]{2,40}',
  ),
  // "… I want to run a clearance.": what it is for.
  closing(
    `(?<=[?.!]\\s)(?:so )?(?:i|we)(?:['’]d| would| am|['’]m| are|['’]re)? (?:want|need|have|plan|planning|intend|like|going|about|trying|hoping)(?: to)?(?: to)? (?:run|plan|hold|launch|organi[sz]e|prepare|present|write|negotiate|talk|speak|discuss|decide|renegotiate|do|sell|get rid)\\b(?![^?.!]*\\b(?:by|per|compar\\w+|versus|vs|last|this|only|without|top|each|percent|instead)\\b)[^?.!]{2,60}`,
  ),
  closing(
    "(?:until|till|by|before) (?:\\d{1,2}(?::\\d\\d)? ?(?:am|pm|o['’]clock)|noon|lunch(?:time)?|eod|cob|tonight|(?:the|my|our) (?:meeting|call))",
  ),
  closing(
    "(?:as far as (?:you|we) (?:know|can (?:tell|see))|if you ask me|so i can [^?.!]{3,60}|so that i can [^?.!]{3,60}|(?:we[’']?re |i[’']?m |we are |i am )?(?:thinking|considering) (?:of|about) (?:[^?.!]{3,60}))",
  ),
];

function opening(pattern: string, written: string): [RegExp, string] {
  return [new RegExp(`${begins}${pattern}(\\S?)`, 'giu'), written];
}

function closing(pattern: string): RegExp {
  return new RegExp(`[\\s,;–—(-]+(?:and )?${pattern}\\)?(?=\\s*[?.!,)]*\\s*$)`, 'iu');
}

/** "Thanks! And how many are open?" */
const thanksFirst =
  /^\W*(?:(?:ok(?:ay)?|great|perfect|good|fine|cool|super),? )*(?:many )?(?:thanks|thank you|thx|cheers)(?: (?:a lot|so much|very much|a bunch|again|for (?:that|this)))*[\s,.!–-]+(?:and|now|so|also|then|next)\b[\s,]*(\S)(?=\S* \S+ \S)/iu;

/** A question without what stands around it. What would be left empty stays as it is. */
export function withoutCourtesies(text: string): string {
  const acknowledged = toAcknowledged(text);
  if (acknowledged !== null) return acknowledged;
  let result = text.replace(thanksFirst, (_, next: string) => next.toUpperCase());
  for (const [pattern, written] of openings)
    result = keep(
      result,
      result.replaceAll(pattern, (_, lead: string, next: string) => {
        const rest = `${written}${next}`;
        // A sentence is known by its capital.
        return lead.includes('.') ? `${lead}${rest.charAt(0).toUpperCase()}${rest.slice(1)}` : lead + rest;
      }),
    );
  for (const pattern of closings) result = keep(result, result.replace(pattern, ''));
  return result;
}

/** "Thanks!" alone, or "can you help me?", is a message of its own. */
function keep(before: string, after: string): string {
  return after.trim().split(/\s+/).length > 1 && /[\p{L}\p{N}]{2,}/u.test(after) ? after : before;
}
