import { isBadWhenHigh } from '../../parts/to-order.ts';
import type { Question } from '../../question/question.ts';
import { findTerm } from '../../vocabulary/declared-terms.ts';
import { begins } from '../../vocabulary/lead.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { toWords } from '../../vocabulary/to-words.ts';
import { inTimeOf } from '../references/write-period.ts';

/** Words that say another thing of some figures: the quickest of lead times is the lowest, and what is lost in stock is shrinkage. */
export function sayOfLastFigure(sentence: string, previous: Question, { datasets }: Vocabulary): string {
  if (previous.kind !== 'data') return sentence;
  const { tool, measures } = previous;
  const [name = ''] = measures;
  // "Which of them got worse?", after reject rates: those whose rate rose.
  const way = name === 'turnover' ? turnsRound : judged;
  if (way.test(sentence))
    return sentence.replace(way, (_, __, how: string) => {
      const isGood = /^(?:better|faster|quicker)$/i.test(how);
      const figure = name === 'turnover' ? 'stock turnover' : toWords(name);
      return `${isGood === isBadWhenHigh(name) ? 'decreased' : 'increased'} in ${figure}`;
    });
  // "Sort by that", after a figure.
  if (sortsByThat.test(sentence))
    return `sorted by ${name === 'turnover' ? 'stock turnover' : toWords(name)}`;
  // "Which glove has the worst?", after a margin, is asked of the rate, as the worst margin is.
  if (name === 'gross_margin')
    return sentence.replace(
      hasWorst,
      (_, who = '', way = '') => `${who} has the ${/^best/i.test(way) ? 'highest' : 'lowest'} margin rate`,
    );
  if (findTerm({ tool, name }, datasets)?.unit === 'days')
    return sentence
      .replace(/\b(?:quickest|fastest|speediest|shortest)\b/i, 'lowest')
      .replace(/\b(?:slowest|longest)\b/i, 'highest');
  // "Which is slowest?", after the stock turnover; "which turns over slowest?" says it by itself.
  if (name === 'turnover' && !/\bturn/i.test(sentence))
    return sentence
      .replace(/\b(?:quickest|fastest)\b/i, 'highest')
      .replace(/\b(?:slowest|longest)\b/i, 'lowest');
  // "How punctual were they?", after the orders with one supplier, is not asked of the orders.
  const [supplier, ...others] = previous.filters.flatMap(({ dimension, op, values }) =>
    dimension === 'supplier' && op === 'is' ? values : [],
  );
  const listsOrders = previous.dimensions.includes('purchase_order');
  if (listsOrders && supplier !== undefined && others.length === 0 && delivers.test(sentence))
    return sentence.replace(/\b(?:they|them)\b/i, () => `supplier "${supplier}"`);
  // "How many of them came back?": customers, and not goods.
  if (/^(?:new_)?customers$/.test(name))
    return sentence.replace(/\b(?:came|come|coming) back\b/i, 'bought again');
  // "And from new customers?", after the revenue of a month: theirs, then.
  if (tool === 'query_sales' && ofNew.test(sentence))
    return `${toWords(name)} of new customers${inTimeOf(previous)}`;
  // "Incoming?", after transfers.
  if (name.startsWith('transferred'))
    return sentence.replace(
      /^((?:and |what about |how about )?(?:the )?)(incoming|inbound|outgoing|outbound)(?: (?:ones|transfers))?(?=\W*$)/i,
      (_, lead = '', way = '') => `${lead}transferred ${/^in/i.test(way) ? 'in' : 'out'}`,
    );
  // "The value of this stock", after what was not sold: of that, not of all.
  if (name.startsWith('unsold'))
    return sentence.replace(
      /\b(?:what(?: is|['’]s)|how much is) (?:the )?(?:total )?value of (?:it|(?:this|that|the) (?:stock|inventory|goods|stuff))\b/i,
      'what is it worth',
    );
  if (name.startsWith('shrinkage'))
    return sentence.replace(
      /\b(?:did|do|have) we (?:lose|lost) (?:the )?most(?: (?:money|units|of))?(?: (?:on|with|of|in))?\b/i,
      `have the highest ${toWords(name)}`,
    );
  return sentence;
}

const sortsByThat = begins(
  '(?:sort|sorted|rank|ranked|order|ordered)(?: (?:it|them|these|those|the (?:list|table)))? by (?:that|this|it)(?: one| column| figure)?\\W*$',
);
const hasWorst =
  /^((?:and |so |but )*which [^?.!,]{2,30}?) (?:has|have|had) the (worst|best|poorest)(?: (?:one|margins?))?(?=\W*$)/i;
const judged =
  /(?<=^(?:and |so |but )*(?:which|who)\b.*)\b(got|have got|has got|has become|have become|became) (better|worse)\b/i;
const turnsRound =
  /(?<=^(?:and |so |but )*(?:which|who)\b.*)\b(got|have got|has got|has become|have become|became) (better|worse|slower|faster|quicker)\b/i;

const ofNew = begins(
  '(?:(?:only|just|what about|how about) )*(?:for|from|of|by|with) (?:the |our |only |just )*new (?:customers|clients|buyers|ones)\\W*$',
);

const delivers =
  /\b(?:punctual\w*|reliab\w+|on time|deliver\w*|lead times?|how (?:fast|quick|quickly|long)|reject\w*|quality)\b/i;
