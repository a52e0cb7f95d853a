import { form, type Written } from './replace-with.ts';

/** What may be left out: a name, and no more than it. */
const name = '(?:the |our |any |all )?([^,.?!]{2,50}?)';
const ends = '(?=\\s*(?:[,?.!]|$))';
const left =
  '(?:left out|left aside|leaving out|excluded|removed|taken out|taken away|stripped out|filtered out|omitted|not counted|not counting|not included|not considered|set aside|put aside|ignored|disregarded|deducted|subtracted)';
const leaves =
  '(?:drop|omit|skip|exclude|remove|leave out|take out|strip out|filter out|cut out|throw out|ditch|ignore|disregard|forget(?: about)?|subtract|deduct)';
const parts = '(?:take|took|leave|left|strip|filter|cut|throw|keep)';
const away =
  '(?:out|away|aside)(?: of (?:it|this|that|there|the picture|account|the figures?|the numbers?))?';
const denied = "(?:do|does|did|are|is|was|were|should|shall|must)(?: not|n['’]?t)";

/** What is left out of a table or of the last question, and is no name. */
const noName =
  '(?!(?:the |that |this )?(?:all\\b|table|in\\b|of\\b|by\\b|from\\b|it\\b|that\\b|split|filter|chart|graph|breakdown|comparison|order|ranking|limit|trend|column|last\\b))';
/** "…, which ones are sold out" leaves nothing out. */
const noClause =
  "(?![^,.?!]*\\b(?:is|are|was|were|ran|run|running|went|go|goes|going|came|sold|what|which|who|where|how|that|we|in|units?|goods|moved|days?)\\b)(?![^,.?!]*['’](?:s|re) )";
const opens = '^((?:please )*)';

/** Ways to leave something out, in which it is "without" that. */
export const plainExclusions: [RegExp, Written][] = [
  // "If you leave bakery out", "if we don't count bakery", "if bakery doesn't count", "if it weren't for bakery"
  form(`,?\\s*(?:\\bbut )?\\bif (?:we|you|i|one) ${parts} ${name} ${away}`, ' without $1'),
  form(
    `,?\\s*(?:\\bbut )?\\bif (?:we|you|i|one) (?:were to )?(?:${leaves}|ignored|excluded|dropped|skipped|removed|left out|took out) ${name}${ends}`,
    ' without $1',
  ),
  form(
    `,?\\s*(?:\\bbut )?\\bif (?:we|you|i|one) ${denied} (?:count|include|consider|take) (?:in )?${name}${ends}`,
    ' without $1',
  ),
  form(
    `,?\\s*(?:\\bbut )?\\bif ${name} ${denied} (?:counts?|counted|included?|considered|in it)`,
    ' without $1',
  ),
  form(`,?\\s*(?:\\bbut )?\\bif ${name} (?:is|are|was|were) ${left}`, ' without $1'),
  form(`,?\\s*\\b(?:if it (?:were|was)(?: not|n['’]?t) for|if not for) ${name}${ends}`, ' without $1'),
  // "Open Scan Systems doesn't count", "…, bakery should not be in it"
  form(
    `(?:^|(?<=[,;.]) ?)((?:and |but )?)(?!(?:it|that|this|they|those|we|what|which|who)\\b)${name} ${denied} (?:count|matter|be (?:counted|included|considered|part of it|in (?:it|there|this|that)))${ends}`,
    '$1without $2',
  ),
  [/\bwithout (?:counting|including|considering) (?=\w)/gi, 'without '],
  [/^what without /gi, 'without '],
  // "By category, leave Trikes out", "… but don't count Trikes", "no bikes please"
  form(
    `(?<=\\S)\\s*(?:,|\\bbut\\b|\\band\\b)\\s*(?:please )?${parts} ${name} ${away}${ends}`,
    ', without $1',
  ),
  form(`(?<=\\S)\\s*(?:,|\\bbut\\b)\\s*(?:please )?${leaves} ${noName}${name}${ends}`, ', without $1'),
  form(
    `(?<=\\S)\\s*(?:,|\\bbut\\b|\\band\\b)\\s*(?:please )?(?:do not|don['’]?t) (?:count|include|consider|show) (?:in )?${name}${ends}`,
    ', without $1',
  ),
  // "With Outdoor left out", "Outdoor excluded", "Outdoor aside", "accessories out"
  form(`\\bwith ${name} (?:${left}|aside|out(?! of stock\\b))\\b`, 'without $1'),
  form(`,\\s*(?:and |but )?${name} ${left}${ends}`, ', without $1'),
  form(`,\\s*(?:and |but )?${noClause}${name} (?:aside|apart|out)${ends}`, ', without $1'),
  form(`\\bleaving ${name} ${away}`, 'without $1'),
  // "Drop Outdoor", "take Outdoor out of last month's revenue"
  form(
    `${opens}${leaves} (?:the )?${noName}([^,?!]{2,50}?) (?:from|in|out of) (?!it\\b|that\\b|this\\b|them\\b|there\\b)([^?!]+)`,
    '$1$3 without $2',
  ),
  form(`${opens}${leaves} (?:the )?${noName}(?=\\w)`, '$1without '),
  form(`${opens}(?:do not|don['’]?t) (?:count|include|consider) (?:the )?${noName}(?=\\w)`, '$1without '),
  form(
    `${opens}${parts} ${name} out of (?!it\\b|that\\b|this\\b|them\\b|there\\b)([^?!]+)`,
    '$1$3 without $2',
  ),
  form(`${opens}${parts} ${name} ${away}(?=\\s*[?.!]|\\s*$)`, '$1without $2'),
  // "Without the phone orders": what a name is said of is no figure.
  form(
    `${opens}without (?:the |our |any |all )?((?!(?:any|open|late|overdue|cancelled|purchase|repeat|new|returned|large|big|small|single|more|\\d+)\\b)[\\w-]+) (?:orders|sales|purchases|deals|transactions|business)(?=\\s*[?.!]|\\s*$)`,
    '$1without $2',
  ),
];
