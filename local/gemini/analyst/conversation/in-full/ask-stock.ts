import type { Question } from '../../question/question.ts';
import { begins, lead } from '../../vocabulary/lead.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { toWords } from '../../vocabulary/to-words.ts';
import { goods } from '../references/pick-rows.ts';
import type { Subject } from '../subject.ts';

/** "How many have we got now?", "any more on the way? when", after what was sold of something: what lies there, and what is to come. */
export function askOfStock(
  sentence: string,
  previous: Question,
  _vocabulary: Vocabulary,
  { asksOne }: Subject,
): string {
  const wasOut =
    previous.kind === 'data' && previous.periods.length > 0 && previous.measures[0] === 'out_of_stock';
  if (wasOut && forHowLong.test(sentence)) return 'stock-out days of those';
  const isOfDays = previous.kind === 'data' && previous.measures[0] === 'stock_out_days';
  if (isOfDays && forHowLong.test(sentence)) return 'stock-out days';
  if ((isOfDays || wasOut) && areBack.test(sentence)) return 'available units of those today';
  // "So how many can I sell?", after what lies there
  if (previous.kind === 'data' && previous.tool === 'query_inventory' && canSell.test(sentence))
    return 'how many units are available';
  // "Sold since January?", after units: units, and no money.
  const isOfUnits =
    previous.kind === 'data' && /^(?:on_hand|available|on_order)$/.test(previous.measures[0] ?? '');
  if (isOfUnits && bareSold.test(sentence))
    return sentence.replace(bareSold, 'how many units of it did we sell');
  // "Which ones are under 7 days?", after one figure of a group of goods: its products.
  const { bound } = whichWithin.exec(sentence)?.groups ?? {};
  const isOfGroup =
    previous.kind === 'data' &&
    previous.tool === 'query_inventory' &&
    previous.dimensions.length === 0 &&
    previous.grain === null &&
    !previous.filters.some(({ dimension, op }) => dimension === 'product' && op === 'is');
  if (isOfGroup && bound !== undefined)
    return `which products of it have ${toWords(previous.measures[0] ?? '')} ${bound}`;
  const isSplit = previous.kind === 'data' && previous.dimensions.join() === 'warehouse';
  if (isSplit && previous.tool === 'query_inventory' && hasTooMuch.test(sentence))
    return 'which warehouse has the most overstock of it';
  const isInUnits = previous.kind === 'data' && /^(?:on_hand|available)$/.test(previous.measures[0] ?? '');
  if (isInUnits && inDays.test(sentence)) return 'days of cover';
  // "How many do we have?", after the reorder point of a product; what is available stands beside that point.
  const isOfLevel = previous.kind === 'reorder' && !/\bavailable\b/i.test(sentence);
  if (isOfLevel && previous.filters.some(({ dimension }) => goods.has(dimension)))
    return sentence.replace(held, '$<lead>how many units of it are on hand');
  if (previous.kind !== 'data' || !isOfGoods(previous) || isOfHeld(previous)) return sentence;
  // What is left is so today, whenever it was sold.
  const now = /\bworth(?: at cost)?\W*$/i.test(sentence) ? ' today' : '';
  const tied = tiedUp.exec(sentence)?.groups;
  if (tied !== undefined) return `${tied.lead}what is the stock value of ${tied.rows} today`;
  const worth = sentence.replace(heldWorth, `$<lead>what is the stock value of $<rows>${now}`);
  if (worth !== sentence) return worth;
  if (!previous.dimensions.some((name) => goods.has(name)))
    return sentence.replace(held, '$<lead>how many units are on hand');
  // "How many of it do we have?", after which product sold most, is of that one.
  const rows = asksOne && /\bof it\b/i.test(sentence) ? 'it' : 'those';
  return sentence.replace(held, `$<lead>units on hand of ${rows}`);
}

/** What lies there was told already. */
function isOfHeld({ tool, measures: [name = ''], dimensions }: Question & { kind: 'data' }): boolean {
  return tool === 'query_inventory' && (name === 'on_hand' || !dimensions.some((one) => goods.has(one)));
}

function isOfGoods({ filters, dimensions }: Question & { kind: 'data' }): boolean {
  return (
    dimensions.some((name) => goods.has(name)) ||
    filters.some(({ dimension, op }) => goods.has(dimension) && op !== 'is_not')
  );
}

const held = new RegExp(
  `^(?<lead>${lead})how many (?:units |pieces )?(?:of (?:it|those|them|these) )?(?:do we (?:still |currently )?(?:have|hold)|have we (?:still )?got|are (?:still |now |currently )?(?:left|in stock|on hand|available|there(?= (?:left|now|right|in|still|today|at|currently|on)\\b))|(?:is|are) there still|we got)(?: (?:left|now|right now|in stock|on hand|in hand|there|still|today|at the moment|currently|on the shel(?:f|ves)|in the (?:warehouse|house)))*(?=\\W*$)`,
  'i',
);

/** "And what's the stock of them worth?", "what is what's left of it worth?" */
const heldWorth = new RegExp(
  `^(?<lead>${lead})(?:what(?:['’]?s| is| are)|how much (?:is|are)) (?:(?:the|our|my|all) )*(?:(?:remaining|current|present) )?(?:(?:stock|inventory)(?: (?:that )?we (?:have|hold|keep))?|what(?:['’]?s| is| we have) left) (?:of|in) (?<rows>it|them|those|these|that|this) (?:(?:still|currently|now) )*worth(?: at cost)?`,
  'i',
);

/** "How much money is tied up in them?" */
const tiedUp = new RegExp(
  `^(?<lead>${lead})how much (?:money |cash |capital |value )?(?:is|are|do we have|have we(?: got)?|sits?|lies?) (?:tied up|locked up|stuck|bound|sitting)(?: in)? (?<rows>it|them|those|these|that|this)\\W*$`,
  'i',
);

/** "For how many days each?", after what was out of stock in a month. */
const forHowLong = begins(
  '(?:for )?how (?:long|many days)(?: (?:was|were|is|are|did|has|have) (?:it|that|they|those|each(?: of (?:them|those))?)(?: (?:out|gone|missing|sold out|out of stock|that|last))*)?(?: (?:each|in (?:total|all)))?\\W*$',
);

/** "Which one has too much?", after stock by warehouse. */
const hasTooMuch = begins(
  '(?:which|what)(?: (?:one|warehouse|site|of (?:them|those|these)))? (?:has|have|holds?) (?:far |way |much )?too (?:much|many)(?: (?:of (?:it|them)|stock))?\\W*$',
);
const whichWithin = begins(
  'which(?: ones| products| items| of (?:them|those|these))? (?:is|are|has|have) (?<bound>(?:under|below|less than|fewer than|over|above|more than|at most|at least|beyond) .+)$',
);
const canSell = begins(
  'how (?:many|much)(?: (?:units|pieces|of (?:it|them|those|these|that)))? (?:can|could|may) (?:i|we) (?:still |actually |really )?(?:sell|ship|promise|offer)(?: (?:now|today|right now|right away|of (?:it|them|those)))*\\W*$',
);
const bareSold = begins('sold(?= (?:since|in|last|this|over|during|so far)\\b)');

/** "Are they back?", after what was out of stock in a month. */
const areBack = begins(
  '(?:are|is|have) (?:they|those|these|it|all of (?:them|those))(?: (?:all|any|now|already|been|come))* (?:back|available|in stock|restocked|replenished)(?: (?:in stock|in|again|now|yet))*\\W*$',
);

/** "In days?", after what lies there. */
const inDays =
  /^(?:(?:and|so|but|ok|now),? )*(?:(?:how (?:much|long|many)(?: is (?:that|it))?|and) )?(?:in|as) days(?: of (?:cover|stock|supply|sales))?\W*$/i;

/** "Any more on the way? when" is one question. */
export function joinWhen(message: string): string {
  return message.replace(moreComing, (_, lead = '', when: string | undefined) =>
    when === undefined ? `${lead}is there any more on the way?` : `${lead}when will more come in?`,
  );
}

const moreComing = new RegExp(
  `^(${lead})(?:(?:is|are) (?:there )?)?(?:any(?:thing)?|some)(?: more)?(?: of (?:it|them|those|that))? (?:on (?:the|its|their) way|coming(?: in)?|on order|due(?: in)?|to come|expected)(?:[?.,;:]* *(?:and )?(when)\\b[^?.!]{0,20})?\\W*$`,
  'i',
);
