import { chooseTool } from '../parts/choose-measures.ts';
import type { Parts } from '../parts/parts.ts';
import { routes } from '../parts/to-transfers.ts';
import type { MissingTopic } from '../vocabulary/missing-topic.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import type { Question } from './question.ts';

/** Questions that look answerable but ask for a split or a negation that the tools do not have. */
export function toRefusal(parts: Parts, vocabulary: Vocabulary): Question | null {
  if (parts.unknownSplit !== null) {
    const tool = chooseTool(parts, vocabulary);
    const dimensions = vocabulary.datasets.find((dataset) => dataset.tool === tool)?.dimensions ?? [];
    const known = dimensions.slice(0, 12).map(({ name }) => name.replaceAll('_', ' '));
    return {
      kind: 'missing',
      spoken: parts.unknownSplit,
      // "Orders by phone": a channel, if the catalog has it.
      names: [{ text: parts.unknownSplit, hint: null, excluded: false }],
      topic: {
        phrases: [],
        missing: `split by "${parts.unknownSplit}" (there is ${known.join(', ')})`,
        nearest: `What is the revenue by ${known.find((name) => name === 'region') ?? known[0] ?? 'month'}?`,
      },
    };
  }
  const spokenManner =
    /\bhow (long|often|old|fast|quick|quickly|soon|early|cold|hot|warm|heavy|tall|wide|far|clean|safe)\b|\bwhat time\b/.exec(
      parts.text,
    )?.[0];
  if (spokenManner !== undefined && !parts.reorder && parts.report === null && !tellsTime(parts, vocabulary))
    return {
      kind: 'missing',
      spoken: spokenManner,
      topic: { ...manner, missing: `figure for "${spokenManner}"` },
    };
  // "Late orders now vs last month": what was late then is not in the records.
  const { periods } = parts.time;
  const isOfNow =
    parts.measures.length > 0 &&
    parts.measures.flat().every(({ name }) => /^(?:open|late)_|^days_(?:late|open)$/.test(name));
  if (isOfNow && periods.length > 1 && periods.some(({ text }) => text === 'today'))
    return {
      kind: 'missing',
      spoken: '',
      topic: {
        phrases: [],
        missing: 'record of what was open or late at an earlier time',
        nearest: 'Which purchase orders are late?',
      },
    };
  const asksPerson = /^who (runs?|manages?|leads?|owns?|heads?|works?|is|are) /.test(parts.text);
  const isThing = /\b(customers?|clients?|buyers?|suppliers?|vendors?|accounts?)\b/.test(parts.text);
  if (asksPerson && !isThing && parts.order === null && parts.measures.length === 0)
    return {
      kind: 'missing',
      spoken: 'who',
      topic: { phrases: [], missing: 'data about people', nearest: 'Which warehouse ships the most units?' },
    };
  const asksDay = /^when (did|do|does|was|were|is|are)\b/.test(parts.text);
  const isOfOrder = parts.filters.some(({ dimension }) => dimension === 'purchase_order');
  if (
    asksDay &&
    !isOfOrder &&
    parts.dimensions.flat().every(({ name }) => name !== 'expected_date') &&
    parts.order === null &&
    parts.grain === null &&
    !parts.reorder &&
    parts.report === null
  )
    return {
      kind: 'missing',
      spoken: 'when',
      topic: {
        phrases: [],
        missing: 'search for the day on which something happened',
        nearest: 'What was the revenue by day last month?',
      },
    };
  const [, leftOut] =
    /\b(?:without|excluding|except|not counting|ignoring) (?:a |any |the )?(\w+)/.exec(parts.text) ?? [];
  if (leftOut !== undefined && isMeasure(leftOut, parts, vocabulary))
    return {
      kind: 'missing',
      spoken: leftOut,
      topic: {
        phrases: [],
        missing: `way to leave out lines with ${leftOut}`,
        nearest: 'What was the discount rate by month?',
      },
    };
  if (sendsBetween.test(parts.text) && parts.names.length > 0)
    return { kind: 'missing', spoken: 'routes', topic: routes };
  const unsold = parts.measures.flat().some(({ name }) => name.startsWith('unsold_'));
  // "Regions with orders over 200": a number of orders of each.
  const ofMembers =
    // "Restaurants with more than 20 orders": so of each of what is named.
    (parts.names.some(({ ranked, counted }) => ranked || counted) ||
      parts.dimensions.some((references) => references.every(({ name }) => name !== 'customer'))) &&
    parts.conditions.every(({ references, unit }) =>
      references?.some(
        ({ name }) => name === 'average_order_value' || (name === 'orders' && unit !== 'currency'),
      ),
    );
  const boundsOrders =
    parts.conditions.length > 0 && !ofMembers && (countsOrders(parts) || ordersWith.test(parts.text));
  const isPurchase = parts.purchasing !== null || /\b(purchase orders?|pos?|suppliers?)\b/.test(parts.text);
  const [, held] = orderHolds.exec(parts.text) ?? [];
  if (held !== undefined && !isPurchase && isMeasure(held, parts, vocabulary))
    return { kind: 'missing', spoken: 'single orders', topic: singleOrders };
  if ((singleOrder.test(parts.text) && !unsold) || (boundsOrders && !isPurchase))
    return { kind: 'missing', spoken: 'single orders', topic: singleOrders };
  const stock = parts.measures.some((references) =>
    references.some(({ name }) => /on_hand|out_of_stock|available/.test(name)),
  );
  // "Brands on the shelf that did not sell" are not those with stock.
  if (!parts.denies || (stock && !unsoldThings.test(parts.text))) return null;
  const missing = 'way to find what is not in the records, such as products without sales,';
  return {
    kind: 'missing',
    spoken: '',
    topic: { phrases: [], missing, nearest: 'Which products sold the fewest units?' },
  };
}

const unsoldThings =
  /\b(?:never|not|without|no|havent|haven't|hasn't|didn't|don't|doesn't) (?:any |a |single |been |ever |actually |have )*(?:sales?|sell|sells|sold|selling)\b/;

/** "Orders without discount": the word is one of the measures that were named. */
function isMeasure(word: string, { measures }: Parts, { datasets }: Vocabulary): boolean {
  const stem = word.replace(/s$/, '');
  return (
    measures.length > 1 &&
    measures.flat().some(({ tool, name }) => {
      const term = datasets
        .find((dataset) => dataset.tool === tool)
        ?.measures.find((candidate) => candidate.name === name);
      return [name, ...(term?.synonyms ?? [])].some((phrase) => phrase.startsWith(stem));
    })
  );
}

/** "Moved from Main to Bristol", but not "moved from January to March". */
const sendsBetween =
  /\b(transfer\w*|moved|shifted|sent|shipped|went|go|goes)\b.*\b(?:from|out of) (?!jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q[1-4]|last|this|one\b|a\b|\d).*\b(to|into)\b/;

/** Whether a measure was named that tells of days, of age or of being late. */
function tellsTime({ measures }: Parts, { datasets }: Vocabulary): boolean {
  return measures.flat().some(({ tool, name }) => {
    const declared = datasets.find((dataset) => dataset.tool === tool)?.measures ?? [];
    const unit = declared.find((term) => term.name === name)?.unit;
    return unit === 'days' || /aged|late|out_of_stock|turnover/.test(name);
  });
}

const singleOrder =
  /\b(biggest|largest|smallest|highest|lowest|single|individual|each) (single |individual |sales |customer )?(order|sale|transaction|invoice)\b(?! (value|count|number|volume|size))/;

/** A bound on what one order holds: "orders with more than three items". */
const ordersWith =
  /\borders? (?:(?:that|which) )?(?:with|of|over|above|under|below|worth|containing|contain|contained|have|had|include|includes|holding)\b/;

/** "Orders that had a discount". */
const orderHolds =
  /\borders? (?:(?:that|which) )?(?:with|had|have|having|got|contained|included) (?:a |an |any |some )?(\w+)/;

/** "How many orders over $1,000?": the figures are sums over orders, not of each. */
function countsOrders({ measures, dimensions, grain }: Parts): boolean {
  const [measure] = measures;
  const isCount = measure?.some(({ name }) => name === 'orders') ?? false;
  return isCount && dimensions.length === 0 && grain === null;
}

/** "How often …" asks for a figure of its own: the measure nearest at hand does not answer it. */
const manner = { phrases: [], nearest: 'What was the lead time by supplier over the last 12 months?' };

const singleOrders = {
  phrases: [],
  missing: 'figures of single customer orders',
  nearest: 'What was the average order value last month?',
};

export function toFuture(spoken: string): Question {
  return {
    kind: 'missing',
    spoken,
    topic: { phrases: [], missing: 'forecast', nearest: 'How did revenue develop over the last 12 months?' },
  };
}

/** A dimension that the figures are not kept by: "stock by channel". */
export function lostSplit(tool: string, dimension: string, { datasets }: Vocabulary): MissingTopic {
  const about = tool.replace(/^(query|get)_/, '').replaceAll('_', ' ');
  const known =
    datasets
      .find((dataset) => dataset.tool === tool)
      ?.dimensions.map(({ name }) => name.replaceAll('_', ' ')) ?? [];
  const spoken = dimension.replaceAll('_', ' ');
  return {
    phrases: [],
    missing: `split of ${about} by ${spoken}`,
    nearest: `What is the ${about} by ${known.includes('category') ? 'category' : (known[0] ?? 'month')}?`,
  };
}

export const rankingWithin = {
  phrases: [],
  missing: 'tool that ranks within each group',
  nearest: 'What are the top three products by revenue?',
};

/** Names set against each other that are of different kinds: one row holds both, so neither can be told from the other. */
export function unlikeSides(sides: { name: string; dimension: string }[]): MissingTopic {
  const spoken = sides.map(({ name, dimension }) => `${name} (${dimension.replaceAll('_', ' ')})`);
  return {
    phrases: [],
    missing: `way to set ${spoken.join(' against ')}, which are of different kinds,`,
    nearest: `What is the revenue by ${sides[0]?.dimension.replaceAll('_', ' ') ?? 'category'}?`,
  };
}

export function inCurrency(code: string): MissingTopic {
  return {
    phrases: [],
    missing: `amount in ${code}`,
    nearest: 'What was the revenue by category last month?',
  };
}

/** What no call of the tools does, and the answer would leave out. */
export function undone(way: string): MissingTopic {
  return { phrases: [], missing: `way to ${way}`, nearest: 'What was the revenue by category last month?' };
}

export const boundOnChange = {
  phrases: [],
  missing: 'bound on a change, but for the members of one split between two periods,',
  nearest: 'Which brands fell by more than 20 % compared with last year?',
};

export const rankingOfChange = {
  phrases: [],
  missing: 'tool that ranks single products or customers by their change',
  nearest: 'Which category changed most from September to October?',
};

/** A bound that is in another unit than the figure. */
export function misfitBound(missing: string): MissingTopic {
  return { phrases: [], missing, nearest: 'Which products have a margin rate below 20 %?' };
}
