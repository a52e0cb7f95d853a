import { month } from '../../time/time-patterns.ts';
import { aboveOne } from '../../vocabulary/numbers.ts';

/**
 * What a follow-up may tell to do with the last question, said in the plain words that the rest of the analyst reads. What it
 * brings (a name, a time, a figure, a split, a number of rows, a chart) is then a part of a sentence like any other.
 */
type Act = {
  /** `brought` is what comes instead of the last question, beside it or out of it. */
  forms: RegExp[];
  plain: string;
};

const lead =
  "(?:(?:and|now|then|next|so|but|ok|okay|fine|great|good|thanks(?: a lot| so much)?|thank you(?: very much| so much)?|cool|right|alright|perfect|nice|hmm*|well|sure|yes|oh|ah|aha|i see|got it|understood|noted|wow|interesting|please|pls|can you|could you|would you|can (?:we|i)|could (?:we|i)|let['’]s|let us|may (?:i|we)(?: please)?(?: see| have| get)?|i want you to|i(?:['’]d| would) (?:like|want) (?:you )?to|just)[,.!:;]*\\s+)*";
const tail = '(?:,? (?:please|pls|now|again|for me|thanks|thank you))*\\W*$';
const last =
  '(?:it|that|this|them|those|these|(?:the|that|this) (?:whole |entire )?(?:list|table|ranking|rows|chart|graph|picture|result|answer|figures?|numbers?|selection|view|split))';
/** Not "those", which may be some of its rows. */
const whole = last.replace('them|those|these|', '');
const shows = '(?:express|state|give|put|show|present|display|draw|plot|render|do|have|get|see)(?: me)?';
const old = '.{2,50}?';
const brought = '(?<brought>.+?)';
const few = '(?<brought>.{2,50}?)';
const number = `(?:\\d+|${aboveOne})\\b`;
const size = `(?<brought>(?:the )?(?:(?:top|first|best|biggest|largest|highest|bottom|worst) )?${number}.*?)`;
const suffices =
  '(?: of (?:them|those|these))?(?: (?:is|are|would be|will be)(?: more than)? (?:enough|sufficient|fine|plenty|ok)| (?:will|would) do| suffices?)';
const times = '(?:days|weeks|months|quarters|years)\\b';
const split =
  '(?:channel|region|category|subcategory|brand|product|customer|segment|supplier|warehouse|day|week|month|quarter|year)s?';
const beside = '(?:next to|beside|alongside|against|on top of)';

/** The first that fits is taken. */
const acts: Act[] = [
  // "Change channel to region"
  act('by $<brought> instead', [
    `(?:change|switch|replace|swap) (?:the )?(?:by )?${split} (?:to|with|by|for|into) (?:by )?(?<brought>${split})`,
  ]),
  // "Extend the list to ten", "cut it down to the top three".
  act('make it $<brought>', [
    `(?:extend|expand|stretch|enlarge|cut|knock|bring|get|whittle|pare|shorten|reduce|limit|trim|narrow|shrink)(?: ${last})?(?: down)? to ${size}`,
  ]),
  // "Narrow it down to Outdoor", "zoom in on the West", "leave just wholesale in", "Bikes alone".
  act('only $<brought>', [
    `(?:keep|leave|restrict|narrow|limit|filter|reduce|confine|cut|boil)(?: ${last})?(?: down)? to (?:only |just )?${brought}`,
    `(?:zoom|drill|dig|focus|home|hone)(?: down)?(?: in)? ?(?:into|in on|in to|onto|on|to) ${brought}`,
    `(?:keep|leave|show|take)(?: ${last})? (?:only|just) ${brought}(?: in)?`,
    `(?:keep|leave) ${few} (?:in|only)`,
    `(?:only|just) (?:keep|leave|take|show) ${brought}`,
    `(?:only|just) ${brought}(?:['’]s)? (?:part|portion|slice|bit|side|share)`,
    `${few} (?:alone|by itself|on its own)`,
    // "I'm only interested in Tools", "only the frames matter to me", "if you look at internet only".
    `(?:(?:i|we)(?:['’]m|['’]re| am| are)? )?(?:really )?only (?:interested in|care about|concerned with|after|want|need|mean|meant)(?: to (?:see|know))? ${brought}`,
    `(?:only|just) what (?:went|goes|came|comes|was sold|is sold|we sold|ran|runs) (?:through|via|by|over|in|from|to|on|at) ${brought}`,
    `(?:only|just) ${few} (?:matters?|counts?|interests?|(?:is|are) (?:relevant|of interest|interesting|important|needed))(?: (?:to |for )?(?:me|us))?`,
    `(?:what |how about )?if (?:you|we|i|one) (?:only |just )?(?:looks? at|looked at|takes?|took|considers?|counts?|uses?) (?:only |just )?${few}(?: only| alone)?`,
  ]),
  // "Forget the weeks, one total per channel"
  act('$<brought>', [
    `(?:drop|forget|skip|remove|without|no) (?:the )?(?:days|weeks|months|quarters|years)(?: split)?[,;]? (?:and |just |give me )*(?:one |a |the )?(?<brought>totals? (?:per|by|for each) [\\w ]+)`,
  ]),
  act('$<brought>, only $<rest>', [
    `(?:drop|forget|skip|remove|without|no) (?:the )?(?:days|weeks|months|quarters|years)(?: split)?[,;]? (?:and |just |give me )*(?:one |a |the )?(?<brought>totals? (?:per|by|for each) [\\w ]+), (?:only )?(?<rest>.+?)(?: only)?`,
  ]),
  // "Drop Outdoor from it", "leave Sacramento out".
  act('without $<brought>', [
    `no (?!(?:i|we|it|that|sorry|not|only|just|wait|but|idea|one|more)\\b)(?<brought>[^,]{2,40}?)`,
    `(?:drop|remove|exclude|leave out|take out|take off|kick out|cut out|ignore|skip|forget|omit|lose|ditch)(?: out| about)? (?!table\\b|all\\b)${few}(?: (?:from|in|off|of|out of) ${last})?`,
    `(?:take|leave|kick|cut|filter|strip) ${few} (?:out|away|off|aside)(?: (?:from|of) ${last})?`,
  ]),
  // "Turn that into a pie", "make it stacked bars", "express that as percent of the total".
  act('as $<brought>', [
    `(?:turn|change|convert|switch|transform|make)(?: ${last})? (?:in)?to (?<brought>an? .+?)`,
    `make ${last} (?<brought>(?:an? )?(?:stacked |horizontal |vertical )?(?:pie|bars?|columns?|lines?|table|chart|graph)\\b.*?)`,
  ]),
  // "Express that as percent of the total", "can I have that as a table, with revenue added".
  act('$<joint> $<brought>', [
    `${shows} ${last} (?<joint>as) ${brought}`,
    `${shows} ${whole} (?<joint>in|by|per) ${brought}`,
  ]),
  // "By subcategory rather than by quarter"
  act('total by $<brought>', [
    `(?:by|per) ${few},? (?:instead of|rather than|in place of|not) (?:by |per )?(?:day|week|month|quarter|year)s?`,
  ]),
  // "Swap that for the margin", "replace London with Leeds", "switch it from money to units", "units rather than money".
  act('$<brought> instead', [
    `(?:swap|exchange) ${old} for ${brought}`,
    `replace ${old} (?:with|by) ${brought}`,
    `(?:switch|change|convert|turn)(?: ${last})?(?: from ${old})? (?:to|into|over to) ${brought}`,
    `(?:instead|in place) of ${last},? (?:(?:show|give|use|take|make|have|tell)(?: me| us| it)* )?${brought}`,
    `${brought},? (?:instead of|rather than|in place of) ${old}`,
    `${brought},? (?:and |but )?not (?:in )?(?:the )?(?:money|dollars|euros|revenue|value|sales|units|pieces|numbers|it|that|those)`,
  ]),
  act('compare $<both>', [
    '(?:put|set|place|show|lay|line up) (?<both>them|the two|both|those|these)(?: of them)? (?:side by side|next to each other)',
  ]),
  // "Add Garden back", "put Garden back in".
  act('include $<brought> again', [
    `(?:add|put|bring|take|get|have|include|let|count) ${few} back(?: in(?:to ${last})?| to ${last})?`,
  ]),
  // "And Bedding too"
  act('add $<brought> too', [
    `(?!(?:do|and|not|last|this|next|(?:19|20)\\d\\d|${month}|now|split|break|group|cut|slice|by|per|in|at|for|from|show|have|put|include|take|is|are|was|were|that|this|it)\\b)${few},? too`,
  ]),
  // "Add tea to it"
  act('add $<brought>', [
    `do ${few},? (?:as well|too|also) ${beside} ${last}`,
    `(?:show|have|put|include|take) ${few},? (?:as well|too|also)(?: ${beside} ${last})?`,
    `(?:add|include) ${few} (?:to|in|into|on|onto) ${last}`,
    `put ${few} (?:in|into|on|onto) ${last}`,
  ]),
  act('compare both by $<brought>', [
    `(?:split|break|group|show|give)(?: me)? (?:both|the two)(?: of (?:them|those|these))?(?: down| up)? (?:by|per) ${brought}`,
  ]),
  // "Split that by segment too", "break each down further by channel"
  act('also split by $<brought>', [
    `(?:split|break|group|cut|slice)(?: ${last}| each(?: one| of (?:them|those|these))?)?(?: down| up)? further (?:by|per) ${brought}`,
    `(?:split|break|group|cut|slice)(?: ${last}| each(?: one| of (?:them|those|these))?)?(?: down| up)? (?:by|per) ${few},? too`,
    `(?:split|break) each(?: one| of (?:them|those|these))?(?: down| up)? (?:by|per) ${brought}`,
    `(?:by|per) ${few},? too`,
  ]),
  // "Set it beside last year", "put Bedding next to it".
  act('compared to $<brought>', [
    `(?:next to|beside|alongside) ${brought}`,
    `(?:put|set|place|show|hold|stack|lay) ${last} (?:up )?${beside} ${brought}`,
    `(?:put|set|place|lay|show|have|add|overlay) ${few} ${beside} ${last}`,
    `(?:the |its |their )(?<brought>[\\w-]+(?: [\\w-]+)?) (?:next to|beside|alongside) ${last}`,
  ]),
  // "Do the same with Guji", "now the equivalent for San Antonio", "run it again for May".
  act('the same for $<brought>', [
    `(?:did|do|does|has|have) (?!(?:it|that|this|they|those|these|we|you|i)\\b)${few} (?:see|seen|show|shown|have|had|do|done|find|follow) (?:exactly |just )?the same(?: (?:thing|trend|move|pattern|picture|growth|fall|drop|rise))?`,
    `(?:the )?same(?: thing)?,? but (?:now )?(?:for|with|in|on|at) ${brought}`,
    `(?!(?:is|are|was|were|do|does|did|show|give|run|keep|in|at|of|from|on|for|over|compare\\w*|vs|than)\\b)${few},? (?:the same|same|ditto|likewise)(?: (?:cut|again|thing|list|question|way|here))*`,
    `(?:is|was|are|were|does|do) (?:that|it|this|they|those) (?:also )?(?:hold )?(?:the same|similar|true|the case|so|like that|any different)(?: too)? (?:for|with|in|at|on|among) ${brought}`,
    `(?:(?:do|run|repeat|give|show|get|make|try|have)(?: me| us)? )?(?:exactly )?(?:the )?(?:same thing|same again|same question|same (?:split|breakdown|view|list|table|cut|chart|figures?|numbers?)|same|equivalent|ditto) (?:for|with|of|on) ${brought}`,
    `(?:do|run|repeat|redo|try) ${last}(?: again| once more)? (?:for|with) ${brought}`,
  ]),
  // "What did that list look like in May?"
  act('and $<brought>', [
    `(?:what|how) (?:did|does|do|would|was|were|is|are) (?:${last}|they) (?:look(?: like)?|looking|stand|fare) (?:for |on |with )?(?!by\\b|per\\b|split\\b|like\\b|if\\b|when\\b|compared\\b|against\\b|vs\\b)${brought}`,
  ]),
  // "How do the other segments look?"
  act('what about $<brought>', [
    `how (?:do|does|did|are|is|was|were) (?!(?:it|that|this|they|those|these|we|you|i)\\b)${few} (?:look(?: like)?|looking|fare|faring)`,
  ]),
  // "And the next ten?", "the five after those"
  act('only the others, limited to $<brought>', [
    `(?:(?:show|give|list|tell)(?: me)? )?(?:(?:and|what about|how about) )?(?:the )?(?:next|following|subsequent) (?<brought>${number})(?: (?!${times})(?:best |biggest |largest |worst |lowest )?[a-z]+s| of (?:them|those|these|the list))?`,
    `(?:(?:show|give|list|tell)(?: me)? )?(?:the )?(?<brought>${number}) (?:after|below|behind|following) (?:that|those|these|them)`,
  ]),
  act('limited to $<brought>', [`(?:the )?(?:first |top )?(?<brought>${number})${suffices}`]),
  // "If you rank them on revenue?"
  act('$<brought>', [
    `(?:what |how about )?if (?:you|we|i|one) (?<brought>(?:ranks?|sorts?|orders?|splits?|groups?|breaks?|compares?|express|measure|shows?|puts?)\\b.+?)`,
  ]),
  act('only $<one> $<noun> and $<other> $<noun>', [
    '(?:only|just) (?:the )?(?<noun>\\w+) (?:matters?|counts?|interests?)(?: (?:to |for )?(?:me|us))?, (?<one>[\\w-]+) and (?<other>[\\w-]+) ones',
  ]),
  act('split $<brought>', [`group (?<brought>(?:${last}|by|per)\\b.+?)`]),
  act('same list $<brought>', [
    `(?:go )?back to (?:the |our )?(?:top (?:\\w+ )?)?(?:list|ranking|table)[,.:;]? (?:(?:the )?same(?: thing)?,? )?(?:but |now )?${brought}`,
  ]),
  act('and $<brought>', [
    `do ${few},? (?:as well|too|also)`,
    `(?:(?:go|switch|change) )?back to (?!every\\b|all\\b)${brought}`,
  ]),
  act('all $<brought>', [`(?:go )?back to (?:every|all)(?: the)? ${brought}`]),
];

function act(plain: string, forms: string[]): Act {
  return { plain, forms: forms.map((form) => new RegExp(`^${lead}${form}${tail}`, 'iu')) };
}

/** A follow-up that says what to do with the last question, as the words for what then is asked. */
export function tellPlainly(sentence: string): string {
  const [drawn, picture, rest] = drawnFirst.exec(sentence) ?? [];
  if (drawn !== undefined && rest !== undefined) return `${tellPlainly(rest)}, as ${picture}`;
  const said = sentence.replace(sameBut, '').replace(sameTime, '').replace(ofEachListed, '$<list>');
  const { plain, form } =
    acts
      .flatMap(({ plain, forms }) => forms.map((form) => ({ plain, form })))
      .find(({ form }) => form.test(said)) ?? {};
  const told = form === undefined ? withoutNod(said) : said.replace(form, plain ?? '');
  return told.replace(enough, ', limited to $<number>');
}

/** "Bars please, and do Garden as well" */
const drawnFirst = new RegExp(
  `^${lead}(?:as |in )?((?:an? )?(?:stacked |horizontal )?(?:bars?|columns?|lines?|pie|table)(?: chart| graph)?)(?: please| pls)?,? and (.+)$`,
  'iu',
);
/** "Same thing but leave Garden out" */
const sameBut = new RegExp(
  `^${lead}(?:the )?(?:exactly )?same(?: thing| again| list| question| one| chart| table)?,? (?:but|just|only)(?: now)? (?=(?:leave|drop|without|exclude|remove|skip|ignore|only|just|keep|by|per|as|split|sort(?:ed)?|ranked|not|add|show|limit|with)\\b)`,
  'iu',
);

/** "List the late orders of Orsini with the overdue value of each": of each order, and of no row that was told before. */
const ofEachListed =
  /^(?<list>(?:list|show)\b[^?.!]*?\b(?:orders|pos|lines)\b[^?.!]*? with (?:the|their) [\w ]{3,30}?) of each(?: of them| one)?(?=\s*[?.!]|\s*$)/iu;

/** "Their rejection rates in the same year": a follow-up keeps the time anyway. */
const sameTime =
  /(?<=\w{3}.*),? (?:in|for|over|during) (?:the|that) (?:very )?same (?:year|quarter|month|week|period|time)(?=\s*[?.!]|\s*$)/iu;

/** "First half of 2014, and three are enough" */
const enough = new RegExp(
  `,? (?:and |but )?(?:the )?(?:first |top )?(?<number>${number})${suffices}(?=\\W*$)`,
  'iu',
);

/** "That's all bikes. Do it without them": what is remarked on the last answer is what the request speaks of. */
export function withRemark(message: string): string {
  return message.replace(remark, (_, thing: string, request: string) =>
    request.replace(/\b(?:them|those|these|it)\b(?!.*\b(?:them|those|these)\b)/i, thing),
  );
}

const remark =
  /^(?:(?:oh|ok|okay|hm+|ah|well|but|and)[,.!]? )*(?:that|those|these|they|it)(?:['’]s| is| are|['’]re) (?:all|mostly|mainly|only|just|basically)(?: just)? ([^.,;!?]{2,40})[.,;!]+ (?=[^?]*\b(?:them|those|these|it)\b)(.+)$/i;

export function withoutNod(sentence: string): string {
  return sentence.replace(nod, '').replace(judgement, '');
}

/** "That's low, why?": what somebody thinks of the answer. */
const judgement =
  /^(?:that|this|it)(?:['’]s| is| was| looks| seems) (?:so |very |quite |rather |pretty |really |too |a bit |surprisingly )?(?:low|high|bad|good|poor|weak|strong|great|odd|strange|weird|surprising|interesting|a lot|little|not (?:much|good|great|a lot|bad))[,.;!–-]+ *(?=(?:why|what|how|which|who|where|when|and|show|is|was|did)\b)/i;

/** "Fine, and the stores?" */
const nod =
  /^(?:(?:no(?=,)|fine|ok|okay|great|good|thanks(?: a lot| so much)?|thank you(?: very much| so much)?|cool|right|alright|perfect|nice|hmm+|well|sure|yes|oh|ah|aha|i see|got it|understood|noted|wow|interesting)[,.!:;]*\s+)+(?=\S)/i;
