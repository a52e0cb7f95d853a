import { aboveOne } from '../../vocabulary/numbers.ts';
import { suppliers } from '../../vocabulary/things.ts';
import type { Sentence } from '../../wording/sentences.ts';

/**
 * A ranking by what was sold with a figure of the same rows that another tool has, as two sentences, the second of which refers to
 * the first: "top 10 products by revenue last month with their stock", "days of cover of our best sellers", "which best sellers are
 * out of stock?"
 *
 * @param isElsewhere whether what is said asks for a figure or a list that the tool of the ranking has not: of purchase orders
 * for suppliers that are the biggest
 */
export function toRankFirst(
  sentence: Sentence,
  isElsewhere: (text: string, ranks: 'sales' | 'orders') => boolean,
): Sentence[] {
  const parted = toParted(sentence.text.trim());
  if (parted === null) return [sentence];
  const ranks = ofSuppliers.test(parted.ranking) ? 'orders' : 'sales';
  if (!isElsewhere(parted.rest, ranks) || isElsewhere(parted.ranking, ranks)) return [sentence];
  return [
    { ...sentence, text: `${parted.ranking}?` },
    { text: `${parted.rest}?`, isJoined: false },
  ];
}

type Parted = { ranking: string; rest: string };
type Groups = Record<string, string | undefined>;

function toParted(text: string): Parted | null {
  const plain = text.replace(/[?!.\s]+$/, '').replace(ofTime, '$<ranking> $<time>');
  for (const [pattern, toParts] of shapes) {
    const found = pattern.exec(plain);
    if (found?.groups) return toParts(found.groups);
  }
  return null;
}

const count = `(?:\\d+|${aboveOne})`;
const things = "[\\w&'-]+(?: [\\w&'-]+){0,2}?";
const sold = `(?:sellers?|(?:selling|sold) ${things})`;
const rated = '(?:best|top|worst|poorest|fast(?:est)?|slow(?:est)?|strong(?:est)?|weakest)';
const by =
  'by (?:units(?: sold)?|sales(?: volume)?|revenue|quantity|volume|turnover|(?:gross )?margin|profit)';
const ranked = `(?:the |our |my )*(?:(?:${count} )?${rated}[- ](?:${count} )?${sold}|top (?:${count} )?${things} ${by})`;
const size = '(?:biggest|largest|main|most important)';
const sized = `(?:the |our |my )*(?:(?:${count} )?(?:${size}|best|top)(?: ${count})? (?:[\\w&'-]+ )?(?:customers?|clients?|products?|items|articles|brands?|suppliers?|vendors?)|${size} ${count} suppliers)`;
const ofSuppliers = new RegExp(`\\b${suppliers}\\b(?! ${by})`, 'i');
const their = '(?:their|its|the)(?: own| current| present| remaining)*';
const noOther = '(?!.*\\b(?:top|best|worst|highest|lowest|most|least)\\b)';
const noSplit = '(?!.*\\b(?:by|each|per)\\b)';
const joint =
  '(?:,? (?:and|with|plus|along with|together with|alongside|next to|including|showing)(?: also)?|,)';

/** "Last month's top 10 sellers" */
const ofTime = new RegExp(
  `\\b(?<time>(?:last|this) (?:week|month|quarter|year)|yesterday)['’]s (?<ranking>${ranked})`,
  'i',
);

const shapes: [RegExp, (groups: Groups) => Parted][] = [
  [
    new RegExp(
      `^(?<ranking>.*\\b(?:${ranked}|${sized})\\b.*?)${joint} (?:what (?:is|are) )?${noOther}(?:${their} (?<figure>.+)|${noSplit}(?<bare>[a-z -]{3,40}))$`,
      'i',
    ),
    // "With units and stock": the units sold.
    ({ ranking = '', figure, bare = '' }) => ({
      ranking,
      rest: `what is their ${(figure ?? bare).replace(/^units(?=,| and\b)/i, 'units sold')}`,
    }),
  ],
  [
    new RegExp(
      `^(?:which|what|are|is|do|does|have|has)(?: any| one| some)?(?: of)? (?<ranking>${ranked}(?: (?:in|of|from|last|this|over|for) .*?)?) (?<state>(?:(?:are|is|have|has|do|does|will|run|need|with|that|running|out of|below|under|in|still|at) .*|low(?: .*)?)$)`,
      'i',
    ),
    askState,
  ],
  // "Top 10 sellers last month - which are below 30 days of cover?"
  [
    new RegExp(
      `^(?<ranking>${ranked}(?: (?:in|of|from|last|this|over|for) .*?)?) ?[-–:;,] ?(?:and )?which(?: ones?)?(?: of (?:them|those|these))? (?<state>(?:are|is|have|has|do|does|will|need) .*)$`,
      'i',
    ),
    askState,
  ],
  [
    new RegExp(
      `^(?<ranking>${ranked}(?: (?:in|of|from|last|this|over|for) .*?)?) (?<state>with (?:less|fewer|more|under|over|no|only|at) .*)$`,
      'i',
    ),
    askState,
  ],
  [
    new RegExp(
      `^(?<figure>.*\\b(?:of|for|on|in)) (?:each of )?(?<ranking>(?:${ranked}|(?=our )${sized}|(?:the )?(?:${count} )?${size}(?: ${count})? suppliers?)\\b.*)$`,
      'i',
    ),
    ({ ranking, figure }) => ({ ranking: `what are ${ranking}`, rest: `${figure} them` }),
  ],
];

function askState({ ranking, state = '' }: Groups): Parted {
  return { ranking: `what are ${ranking}`, rest: `which of them ${toState(state)}` };
}

/** "With less than 20 days of cover" is what they have; "out of stock" what they are. */
function toState(state: string): string {
  return state
    .replace(/^(?:that |which )/, '')
    .replace(/^with /, 'have ')
    .replace(/^(?=low|out|below|under|running|in|still|at)/i, 'are ')
    .replace(/\btheir (?=reorder (?:point|level)s?\b)/i, 'the ');
}
