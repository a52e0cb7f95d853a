import { conjugate } from '../vocabulary/english.ts';
import { anyOf } from './replace-with.ts';

/**
 * What people say around a question: who says it, that it is said, asked or thought, and whether it is true. English has a
 * closed set of ways to hang one clause on another, so that these are found by their build (a speaker, a verb of saying or
 * thinking, a clause) and not by their words.
 */

const forms = (list: string): string[] => list.trim().split(/\s+/).flatMap(conjugate);

/** People in a company and around it. "Customers" who say something are people, too. */
const people = anyOf(`
  boss(?:es)?, managers?, management, director, owner, accountants?, controller, bookkeeper, auditors?, ceo, cfo, coo, vp,
  buyers?, planners?, clerks?, colleagues?, coworkers?, co-workers?, chief, foreman, storekeeper, assistant, interns?, trainee,
  reps?, salesman, salesmen, salespeople, guys?, lady, ladies, man, woman, girl, gentleman, folks, people, person, team, crew,
  staff, department, dept, board, partners?, wife, husband, friend, lawyer, bank, investors?, drivers?, customers?, clients?,
  suppliers?, vendors?, resellers?, retailers?, contractors?, dealers?, shopkeepers?, barista, chef, gut, instinct, predecessor, successor, (?:head|lead)(?: of \\w+)?`);
const place =
  '(?: (?:in|at|from|of|over in|down in|on) (?:the |our |my )?\\w+(?: floor| team| department)?)?';
const group = `(?:(?:a|an|the|my|our|your|his|her|their|some|several|two|many|most|one of (?:the|my|our)|some of (?:the|my|our)) )(?:[\\w-]+ ){0,2}?${people}${place}`;
const pronoun = `(?:i|we|they|he|she|it|one|people|folks|(?:some|any|every|no)(?:one|body)(?: else)?${place})`;
const named = `(?!(?:what|which|who|how)\\b)(?-i:\\p{Lu}\\p{Ll}+)${place}`;
const sayer = `(?:${group}|${pronoun})`;

const how = `(?:(?:just|also|only|once|still|always|often|sometimes|never|quite|kind of|sort of|all|both|now|then|[a-z]+ly|keep|keeps|kept|like to|love to|used to|tend to|tends to|seem to|seems to|went on|believe to|think to|(?:called|rang|phoned|wrote|e-?mailed|mailed|texted|messaged|came|dropped|stopped|popped)(?: me| us| in| by| over| round)* (?:and|to)) )*`;
const auxiliary =
  "(?:['’](?:ve|d|m|re|s|ll))?(?: (?:have|has|had|was|were|am|is|are|been|be|being|got|do|did|does|can|can['’]?t|cannot|could|would|will|might|may|must|should|don['’]?t|didn['’]?t))*";

/** Verbs that take a clause: what is said, thought, perceived, felt or asked. */
const tells = anyOf(
  forms(
    'say tell claim mention swear insist argue complain remark joke grumble moan boast promise suggest note maintain assert warn inform assure remind point',
  ).join(','),
);
const thinks = anyOf(
  `${forms('think believe reckon suspect assume guess figure imagine presume gather hear read feel notice remember recall realise realize understand worry fear doubt hope bet sense learn conclude infer').join(',')}, under the impression, of the opinion, convinced, certain, sure, afraid, worried, aware`,
);
/** After a name only what no goods do: "Tools suggest". */
const reports =
  '(?:told (?:me|us)|tells (?:me|us)|says?|said|claims?|claimed|thinks?|thought|reckons?|swears?|swore|insists?|insisted|mentioned|believes?|complained|complains)';
const asks = anyOf(
  `${forms('ask wonder inquire enquire question ponder debate discuss').join(',')}, curious, unsure, not sure, uncertain`,
);

const heard = '(?: (?:me|us|him|her|them|you|to me|to us|from \\w+|out|it said))?';
const when =
  '(?: (?:once|yesterday|today|this morning|earlier(?: today)?|recently|the other day|last (?:week|month|night)|(?:on|at|in|over|during) (?:the |our |my )?(?:\\w+day|phone|meeting|call|lunch|coffee|email|mail|corridor|canteen|newsletter|paper|papers|news|report|review|weekend)|in passing|somewhere))?';
/** Where a clause begins; what stands after one of these words is no clause: "they asked for discounts". */
const clause =
  '(?: *[,:–-]+ *| )(?:that |whether (?:or not )?|if |as if |as though |as to )?(?!(?:for|about|of|to|from|by|with|on|at|into|no|yes|so|it|that|this|what to|how to|up|down|(?:the|this|a) (?:name|word))\\b)(?=\\S+ \\S+ \\S)';

const tail = '(?:^\\s*|(?<=[.!?;:…]\\s+|\\n\\s*))';
const linked =
  "(?:(?:(?:(?:last|this) (?:week|month|morning|night)|yesterday|today|recently|lately|the other day|earlier|on \\w+day|just now)|and|but|so|well|now|ok|okay|hmm+|honestly|frankly|actually|apparently|supposedly|allegedly|to be honest|correct me if i['’]?m wrong,? but|sorry to ask,? but|i['’]?m new here,?(?: so| and| but)?|(?:so |and |but )?sorry if this is an? [\\w ]{2,30}?(?:question|one),? but|forgive (?:me|my ignorance),? but|stupid question,? but|silly question,? but),? )*";

const opens: RegExp[] = [
  // "I'm new here, so sorry if this is a stupid question, but …"
  lead(
    "(?:(?:apparently|supposedly|allegedly|honestly|frankly|to be honest|tbh|correct me if i['’]?m wrong|i['’]?m new (?:here|to this|to the company|in (?:this|the) (?:team|job|company))|(?:i['’]?m )?sorry (?:to (?:ask|bother you)|if (?:this|that|it) is an? [\\w ]{2,30})|forgive (?:me|my ignorance)|(?:this (?:may|might) be a )?(?:stupid|silly|dumb|basic|simple|quick) (?:question|one|thing|check|sanity check)(?: (?:before|after|over|for) (?:the |my |our )?(?:lunch|coffee|meeting|call|weekend|\\w+ meeting))?|before i forget|(?:i['’]?m )?(?:not (?:quite )?sure|no idea|unsure|(?:i )?don['’]?t know) (?:if|whether) (?:you|this|it|that|we)\\b[^,:.?]{3,40}, but|just to be (?:sure|clear|safe|certain)|for what it['’]?s worth|if i remember (?:right|correctly|well|rightly)|if (?:i['’]?m|i am) not mistaken|as far as i (?:know|can tell|remember)|from what i (?:hear|heard|understand|can tell|remember|gather)|in my opinion|to my mind|for my part|personally)(?:,? (?:so|but|and)\\b)?(?: *[,:–-]+)* +)+(?=\\S+ \\S)",
  ),
  // "Is it (really) true that …", "could it be that …", "is it just me or …"
  lead(
    "(?:is|isn['’]?t|was|could|can|might|would|may)(?: not)? it(?: not)?(?: be)?(?: really| actually| even| just| perhaps| maybe| still)* (?:true|right|correct|accurate|a fact|the case|so|possible|fair to say|safe to say|fair|plausible|likely|me or|me,? or)?(?: that| when i say| to say(?: that)?| if i say|,)? ?(?<=true that |right that |correct that |accurate that |fact that |case that |so that |possible that |be that |say that |fair that |likely that |plausible that |true |correct |me or |me, or |say )(?=\\S+ \\S+ \\S)",
  ),
  lead(
    "(?:am i|are we|i am|i['’]?m|is (?:he|she)|are they)(?: really| actually| not)? (?:right|correct|wrong|mistaken)(?: (?:in|to|when) (?:thinking|think|saying|say|believing|believe|assuming|assume|i (?:think|say|believe|assume)))(?: that)? (?=\\S+ \\S+ \\S)",
  ),
  lead(
    "(?:do|don['’]?t|would|wouldn['’]?t|did|could) (?:you|we)(?: also| not| really)? (?:think|say|agree|believe|reckon|guess)(?: that)? (?!about\\b|of\\b|to\\b|so\\b)(?=\\S+ \\S+ \\S)",
  ),
  lead(
    '(?:(?:can|could|would|will|may|might) (?:you|we|i|someone|anyone|somebody|anybody) )?(?:please |kindly |just |quickly |also |possibly |maybe )*(?:(?:do me a favou?r and|be so (?:kind|good) (?:as )?to|help me (?:out )?(?:and|to|by)) )?(?:please |just )*(?:confirm|verify|check|double[- ]check|validate|establish|ascertain|make sure|find out|see|say|tell(?: me| us)?|clarify|look up)(?: for (?:me|us))? (?:whether(?: or not)?|if|that) (?=\\S+ \\S)',
  ),
  lead(
    '(?:may|might|can|could) i (?:please |just |also )?(?:ask|enquire|inquire|know|be told|bother you(?: with)?)(?: you)?(?: please)?(?: *[,:–-]+ *| )(?:whether |if )?(?=(?:(?:on|in|at|to|from|for|by) )?(?:what|which|how|who|whose|where|why|when|is|are|was|were|do|does|did|has|have|the|our)\\b)',
  ),
  lead(
    "(?:(?:i wonder if|i was wondering if|maybe|perhaps|i hope|i think)? ?(?:you (?:can|could|might|may)|can you|could you|would you)(?: please| maybe)? (?:be able to )?help(?: me| us)?(?: out)?(?: here| with (?:this|that|something|a question|one thing))?|(?:i|we)(?:['’]ve| have)(?: got)? (?:a|one|another|just one|just a)(?: \\w+)? (?:question|request|query|doubt|thing to ask|favou?r to ask)(?: for you)?)(?: *[,:–?.-]+ *)(?=\\S+ \\S+ \\S)",
  ),
  // "According to my boss …"
  lead(
    `(?:according to|as per|in the (?:words|view|opinion) of|if you (?:believe|ask)) (?:${group}|${named}|(?:him|her|them)),? (?=\\S+ \\S+ \\S)`,
  ),
  lead(
    "(?:i |we )?(?:just |only |really )?(?:wanted|want|would like|['’]d like|need|have|had|meant) to ask(?: you)?(?: something| one thing| a question)?(?: *[,:–-]+ *| )(?:about )?(?:whether |if )?(?=(?:what|which|how|who|whose|where|why|when|is|are|was|were|do|does|did|has|have)\\b)",
  ),
  // "It is true that …", "how concentrated are we: …", "if so, …"
  lead(
    "it(?: is|['’]s|s)(?: not| really| actually)* (?:true|right|correct|the case|a fact)(?: that)? (?=\\S+ \\S+ \\S)",
  ),
  lead(
    'how \\w+ (?:are|is|do|does) (?:we|our \\w+|the \\w+|things)(?: \\w+)?(?: *[:–-]+ +|: *)(?=(?:what|which|how)\\b)',
  ),
  lead(
    "(?:and |but )?if (?:so|yes|not|that['’]?s (?:so|true|right|the case)|it is|they are|there (?:is|are)(?: any)?)[,:]? (?=(?:what|which|how|who|when|where|by)\\b)",
  ),
  // "Rumour has it that …", "my gut feeling is that …", "the claim is that …"
  lead(
    '(?:rumou?rs?|word|legend|gossip|talk) (?:has it|have it|says?|is|goes|on the street is)(?: around)?,? (?:that )?(?=\\S+ \\S+ \\S)',
  ),
  lead(
    "(?:there(?:['’]s| is| are)|i (?:have|had|got|get|['’]?ve got)|we (?:have|had)|it is) (?:this |an? |some |the |my |always )?(?:\\w+ )?(?:rumou?rs?|talk|gossip|feeling|hunch|impression|suspicion|sense|idea|claims?|story|stories|notion|theory|inkling) (?:here |around |in the \\w+ |going around )*(?:that |(?=(?:we|our|they|the|it)\\b))(?=\\S+ \\S+ \\S)",
  ),
  lead(
    '(?:my|our|the|his|her|their)(?: \\w+)? (?:feeling|guess|hunch|impression|suspicion|claim|theory|rumou?r|story|word|understanding|assumption|hypothesis|question|point|worry|concern|fear|idea|complaint)(?: (?:here|now|today|is that|goes that|was that|is|was|goes|has always been))*[,:–-]* (?<=(?:is|was|been|goes|that),? |: |[–-] )(?:that )?(?:whether |if )?(?=\\S+ \\S+ \\S)',
  ),
  lead(
    "(?:what (?:i|we)(?:['’]d| would)?(?: really| also| just)* (?:want|like|need|love|wish|care)(?:ed)?(?: to (?:know|see|find out|understand|hear|learn))?|what interests (?:me|us)(?: \\w+)?|the thing (?:i|we) (?:want|need) to know|the (?:thing|question|point) is|one thing (?:i|we) (?:want|need|would like)(?: to know)?)(?: is| now is| here is| about)?[,:–-]* (?:whether |if )?(?=(?:what|which|how|who|whose|where|why|when|is|are|was|were|do|does|did|has|have)\\b)",
  ),
  lead(
    "it(?: really| just| sort of| kind of)?(?:['’]s| is)? (?:seems?|looks?|looked|feels?|felt|seemed|appears?|appeared|looking|sounds?|sounded)(?: to (?:me|us|him|her))?(?: \\w+ly)? ?(?:that|like|as if|as though) (?=\\S+ \\S+ \\S)",
  ),
  lead(
    "(?:i|we)(?: really| honestly)?(?:['’]ve| have|['’]m| am|['’]re| are)?(?: got)?(?: really)? (?:(?:no|not the (?:faintest|slightest|foggiest)|not a|zero) (?:clue|idea)|(?:can['’]?t|cannot|don['’]?t|do not|couldn['’]?t)(?: quite| really| seem to)? (?:remember|recall|tell|say|know|see|understand|figure out|work out|make out))(?: about| of| as to)?,? (?:whether |if )?(?=(?:what|which|how|who|whose|where|why|when|is|are|was|were|do|does|did|has|have)\\b)",
  ),
  // "I am working on the autumn assortment. Could you …"
  lead(
    "(?:i(?:['’]m| am)|we(?:['’]re| are)) (?:preparing|working on|writing|doing|planning|reviewing) (?:the|our|my|an?|this|next) (?:(?!of\\b|for\\b|on\\b|with\\b|about\\b)[\\w’'-]+ ?){1,4}[.:,;–-]+ *(?=(?:please|kindly|can|could|would|what|which|how|show|list|give|who)\\b)",
  ),
  // "Board meeting next week. Need revenue …", "board asks about …"
  lead(
    '(?:\\w+ )?(?:meeting|call|review|presentation|audit|appraisal|workshop) (?:next week|next month|tomorrow|today|on \\w+day|this (?:week|month|morning|afternoon|evening)|coming up|soon|in an hour)[.:,;–-]+ *(?:(?:i |we |so )?(?:need|want)(?: to (?:have|know|see))? )?(?=\\S+ \\S+ \\S)',
  ),
  lead(
    '(?:board|boss|management|ceo|cfo|owner|auditors?|bank|head office|hq) (?:asks?|asked|wants?|needs?|wanted|needed)(?: me| us)?(?: to (?:know|see|have))?(?: about| for)? (?:whether |if )?(?=\\S+ \\S+ \\S)',
  ),
  // "Someone told me (that) …", "our rep swears …", "I heard …", "they keep telling us …"
  lead(`${sayer}${auxiliary} ${how}${tells}${heard}${when}${clause}`),
  lead(`${named} ${how}${reports}${heard}${when}${clause}`),
  lead(`${sayer}${auxiliary} ${how}${thinks}${heard}${when}${clause}`),
  lead(
    `(?:${sayer}${auxiliary} ${how}${asks}|${named} ${how}(?:asked|asks|wants to know|wondered|wonders))${heard}${when}(?:(?: about)? (?:that|this|it))?(?: for (?:ages|a while|some time|weeks|days|months|a long time))?(?: *[,:–-]+ *| )(?:about )?(?:whether (?:or not )?|if )?(?=(?:what|which|how|who|whose|where|why|when|is|are|was|were|do|does|did|has|have|we|our|the)\\b)`,
  ),
];

/** What comes after it: whether that is true, and the wish to have it confirmed. */
const closes: RegExp[] = [
  '(?:is there |was there )?(?:any|some) (?:truth|substance|merit|sense)(?: in| to| behind)? (?:that|this|it)',
  "(?:is|was|isn[’']?t|wasn[’']?t|would|could|can)(?: not)? (?:that|this|it)(?: be| really| actually| still| even)* (?:true|right|correct|so|the case|accurate|a fact|fair|it|possible|plausible)(?: or not| or (?:just )?(?:a rumou?r|a myth|gossip|talk|nonsense|not))?",
  'is (?:that|this|it)(?: really| actually)?(?: or not)?',
  "is my (?:gut|feeling|impression|hunch|memory|guess|assumption|theory) (?:right|wrong|correct)|what(?:[’']?s| is) the truth|what[’']?s true|true or (?:false|not)|true|false|correct|yes or no|right or wrong|yes|confirmed|fact or fiction|myth or (?:fact|truth)|or what|or not|really|seriously",
  '(?:am i|are they|is (?:he|she)|are we|was (?:i|he|she)|were they)(?: really| actually| just)? (?:right|wrong|correct|mistaken|imagining (?:it|things|that|this))(?: (?:about|on|in|there|here|with)(?: (?:that|this|it))?)?',
  '(?:do|does|did|will|would|can) (?:that|this|it|the numbers|the figures|the data|our numbers|our figures|our data|the records|you)(?: really| actually)? (?:hold up|hold true|hold|hold water|sound right|sound about right|check out|match|add up|ring true|make sense|stack up|agree|agree with (?:that|this|it)|back (?:that|this|it) up|bear (?:that|this|it) out|confirm (?:that|this|it)|support (?:that|this|it)|prove (?:that|this|it)|say so|say that|say the same|show (?:that|it|this|the same))',
  "(?:can|could|would|will) (?:you|we|i)(?: please| kindly| just| quickly)? (?:confirm|verify|check|look|look into (?:it|that|this)|have a look|see|find out|help|help me with that|tell me)(?: (?:that|this|it|for me|please|if (?:that|this|it)[’']?s? (?:is )?(?:true|right|correct|so|the case)))*",
  '(?:please |kindly |just )*(?:confirm|verify|check|advise)(?: (?:that|this|it|please))*',
  'what do you (?:think|say|reckon)(?: (?:about|of) (?:that|this|it))?|what do you make of (?:that|this|it)|do you (?:agree|think so)|(?:are (?:they|these|those)|is (?:it|that|he|she|this)) (?:the|our|a|your)(?: \\w+)? (?:problem|culprit|reason|cause|issue|exception|trouble)|or (?:am i|is (?:that|it)|are they|is he|is she)(?: just| only)? (?:imagining (?:it|things|that)|wrong|me|mistaken|a (?:myth|rumou?r)|gossip|making (?:it|that) up|nonsense)',
  "i (?:can[’']?t|cannot) (?:believe|imagine) (?:that|this|it)|i doubt (?:that|it)|i[’']?m not (?:so )?sure(?: about (?:that|it))?|(?:that|it) (?:can[’']?t|cannot) be(?: right| true)?|just (?:curious|checking|wondering|asking)|i was just (?:curious|wondering)",
  `(?:it['’]?s |this is |i need (?:it|this|that) |we need (?:it|this|that) )?(?:urgent(?:ly)?|asap|for (?:a|my|our|the|tomorrow['’]?s|today['’]?s) (?:\\w+ )?(?:meeting|boss|report|board|call|presentation|review|budget|deck|manager|accountant|audit|auditors?))(?: (?:tomorrow|today|please|asap|on \\w+day))?`,
  "(?:just |i[’']?m )*asking for (?:a |my |our |the )?\\w+(?: \\w+)?",
  `${group} (?:is|are|was|were|keeps?|wants?|needs?|asked|asks|would like)(?: just| also| really)* (?:asking|waiting|curious|wondering|interested|to know|to see|me|us|it|this|that)(?: [^?.!,]{0,30})?`,
].map(
  (pattern) =>
    new RegExp(
      `(?:\\s*[,;:–…-]+|[.?!…]+)\\s*(?:(?:so|and|but|hmm+|well|now|or),? )?(?:${pattern})(?:,? (?:and )?(?:if so,? )?(?:by )?how much(?: more| less| higher| lower)?)?(?<when>(?:,? by (?:the )?(?:number of )?(?!how\\b)[a-z]+)?(?:,? (?:for|in|over|during) (?:the )?(?:last|this|past|q[1-4]|(?:19|20)\\d\\d|\\w+ (?:19|20)\\d\\d)(?: [\\w ]{2,20})?)?)(?: then| now| please)?\\s*[?.!…]*\\s*$`,
      'iu',
    ),
);

function lead(pattern: string): RegExp {
  return new RegExp(`${tail}${linked}(?:${pattern})`, 'iu');
}

/** "We had a meeting and nobody knew this: what …": what is told before a colon is a sentence. */
const told =
  /^(\s*(?:we|i|they)\b[^?!:]{10,200}?)\s*:\s+(what|which|how|who|whose|where|why|when|is|are|was|were|do|does|did|has|have)\b/iu;
/** "Is it busier? Go by number of orders": in what it is told, and no question of its own. */
const terms =
  /[.?!]\s+(?:go(?:ing)? by|judg(?:e|ed|ing) (?:it )?by|measured? (?:it )?(?:by|in)|based on|in terms of|count(?:ed)? (?:it )?(?:in|by))(?: the)? (?=\w)/giu;
/** "Was it Home or Kitchen that sold better?" */
const cleft = /\b(?:is|was|are|were) it ([^,.?!]{2,60}? or [^,.?!]{2,40}?) (?:that|who|which) (?=\w)/giu;

/** "Philadelphia has pieces reserved, right? How many are we talking about": the number of what is told. */
const counted =
  /^([^?!.]{8,160}?)(?:,? (?:right|correct|no|isn['’]?t it|don['’]?t we))?[?.!]\s+(?:and )?how (many|much) (?:(?:are|is) (?:we talking(?: about)?|that|those|these|it|they|there)(?: exactly| in all| in total)?|would that be)\s*\?*\s*$/iu;
/** "Was it like that last year, too?" */
const alike =
  /^(\s*(?:and |but )?)(?:was|were|is|are|has) (?:it|that|this|they)(?: been)? (?:like (?:that|this)|the same|so|any different|also so|as (?:bad|good|high|low))(?: (?:in|for|during))? ([^?]{3,30}?),?(?: too| as well| already)?\s*\?*\s*$/iu;
/** "Didn't we sell more in May?" hopes for a yes, and asks the same. */
const negated =
  /(^\s*(?:and |but |so |or )?|[.?!,]\s+)(did|does|is|are|was|were|have|has|had|do(?=n['’]?t (?:we|they|our|the|customers|suppliers)\b))n['’]?t (?!(?:any|no|just|yet|include|count)\b)(?=\S+ \S)/giu;

/** "Which month had the most orders? I heard it was a good one": what is told after a question asks nothing. */
const after = new RegExp(
  `\\?\\s+(?:(?:because|since|as|but|well|so),? )?(?:${sayer}|${named})${auxiliary} ${how}(?:${tells}|${thinks})${heard}(?: that)? (?:it|that|this|these|those|the|they|we|he|she|our|there)\\b[^?]*$`,
  'iu',
);
/** "Mostly wholesale, I guess? Split it by channel": a guess before what is asked. */
const guess =
  /^\s*(?:(?:and |so )?(?:is|are|was|were) [^?]{3,60}? (?:down to|due to(?! (?:come|be|arrive|land|get|reach))|because of|caused by|driven by|the result of) [^?]{2,40}|(?:mostly|mainly|probably|presumably|largely|surely) [^?.!]{2,40}|[^?.!]{2,40},? i (?:guess|suppose|assume|bet))\?\s+(?=\S+ \S+ \S)/iu;
/** "Gloves are dying, I think." */
const asides =
  /,? \b(?:(?:i|we) (?:think|believe|guess|reckon|suppose|feel|assume|suspect)|(?:i|we)(?:['’]m| am|['’]re| are|['’]ve been| was) told|(?:so )?they say|apparently|supposedly|allegedly|as far as (?:i|we) (?:know|can tell)|if (?:i['’]?m not|i am not) mistaken|if i remember (?:right|correctly|well))(?=\s*[.?!,]|\s*$)/giu;

/** A question without who says it and whether it is true. What would be left without three words stays as it is. */
export function withoutFrames(text: string): string {
  let result = text;
  // A frame may stand in another one: "my boss asked me if it is true that …".
  for (let turn = 0; turn < 4; turn += 1) {
    const before = result;
    for (const pattern of closes)
      result = keep(
        result,
        // "…, is that so for 2013?": the time is that of the question.
        result.replace(pattern, (...spoken) => {
          const [found, { when = '' }] = [String(spoken[0]), toGroups(spoken.at(-1))];
          return /^\s*[.?!…]/.test(found) || when !== '' ? `${when}?` : '';
        }),
      );
    for (const pattern of opens) result = keep(result, result.replace(pattern, ''));
    if (result === before) break;
  }
  return result
    .replace(
      told,
      (_, before: string, word: string) => `${before}. ${word.charAt(0).toUpperCase()}${word.slice(1)}`,
    )
    .replace(alike, 'and $2?')
    .replace(counted, 'how $2: $1')
    .replace(after, '?')
    .replace(guess, '')
    .replace(terms, ', in terms of ')
    .replace(asides, '')
    .replace(cleft, '$1 ')
    .replace(negated, (_, before: string, verb: string) => `${before}${verb} `);
}

function toGroups(spoken: unknown): { when?: string } {
  return typeof spoken === 'object' && spoken !== null ? spoken : {};
}

function keep(before: string, after: string): string {
  return after.trim().split(/\s+/).length > 2 ? after : before;
}
