import { months } from '../../time/time-patterns.ts';
import { aboveOne } from '../../vocabulary/numbers.ts';
import { toSingular } from '../../vocabulary/to-words.ts';
import { isNarrowedTo, isOfThings, readOnly, type Subject } from '../subject.ts';
import { nouns, plural, singular } from './nouns.ts';
import type { Picked, RowPhrase } from './pick-rows.ts';
import { isPlace, parties, pick, pickKnown, pickLeader, pickOne, pickParty, toLead } from './pick-rows.ts';

export const few = `(${aboveOne}|\\d{1,2})`;
const each = 'each(?: of (?:them|these|those))?\\b';
/** What each is, where it is said: "does each warehouse". */
const countable = `${singular}|one|day|week|month|quarter|year|sub|depot|department|model|line|group|type|kind`;

/** Pronouns for the rows of the last answer, or for the one thing that it was about. */
export const pronouns: RowPhrase[] = [
  // "And how much did each make?", "how long does each of them take?"
  {
    pattern: new RegExp(
      `(?<=\\b(?:do|does|did|has|have|had|is|are|was|were) )${each}(?! (?:of|${countable})\\w*)|\\b${each}(?=\\W*$| (?:make|made|earn|earned|bring|brought|spend|spent|sell|sold|cost|buy|bought|order|ordered|have|had|has|is|was|did|contribute|contributed|this|last|since|during|over|so far|in (?:the|\\d|q\\d|${months}))\\b)`,
      'i',
    ),
    read: (_, subject) => pick(subject, (names) => names) ?? (isOfOneFigure(subject) ? 'unclear' : null),
  },
  // "How many orders was that?", after who led.
  {
    pattern: /(?<=\b(?:is|was|were|are|of|from|with) )that\b(?=\W*$)/i,
    read: (_, subject) => (subject.rows && subject.asksOne ? pickLeader(subject, 'of ') : null),
  },
  {
    // "Their orders", of the best customers, are what they have.
    pattern: new RegExp(
      `\\b(?:both of (?:these|those|them)|all ${few} of (?:these|those|them)|(?:these|those|them|they|theirs?|both)(?: ${few}(?! (?:best|worst|biggest|largest|smallest|highest|lowest|top|most|main|strongest|weakest)\\b))?)\\b(?: (?!(?<=\\btheir )orders\\b)((?:${plural})s|ones)\\b)?(?! (?:days|weeks|months|quarters|years)\\b(?! (?:of (?:cover|stock|supply)|late)\\b))`,
      'i',
    ),
    read: ([spoken, , , noun], subject, sentence) => {
      const { rows } = subject;
      const party = /^them$/i.test(spoken) ? pickParty(subject, sentence) : null;
      if (party) return party;
      // "Only those below 30 days", of a list that was cut for the eye only.
      if (isShownInPart(subject) && restricts(sentence, spoken)) return null;
      if (rows === null)
        return /^(both|all)/i.test(spoken) ? null : pickKnown(subject, noun, toLead(spoken), parties);
      // "What do they still owe us?", after late orders of one supplier, of which there are none
      if (rows.kinds.every(({ names }) => names.length === 0))
        return pickKnown(subject, noun, toLead(spoken), ['supplier', 'customer']) ?? 'unclear';
      const wanted =
        noun === undefined || noun === 'ones' ? undefined : nouns[toSingular(noun.toLowerCase())];
      if (/^both/i.test(spoken) && rows.kinds[0]?.names.length !== 2)
        return /\b(?:for|of|in|by|from|at) both\W*$/i.test(sentence) && !isOfTwo(subject) ? 'unclear' : null;
      const lead = toLead(spoken);
      const [kind] = rows.kinds;
      // "What do they return?", of what a customer bought; "what did we sell of them?", of products by warehouse.
      const acts = acting.test(sentence.slice(sentence.search(new RegExp(`\\b${spoken}\\b`, 'i'))));
      if (wanted === undefined && kind && isPlace(kind.dimension) && isOfThings(subject)) return null;
      // "Spend with them", after their late orders.
      const isOfSuppliers =
        /\b(?:with|from) (?:them|these|those)\b/i.test(sentence) && kind?.dimension === 'purchase_order';
      if (isOfSuppliers && isNarrowedTo(subject, 'supplier')) return null;
      // "How reliable are they?", after late orders: who delivers.
      const isOfOrders = rows.kinds.some(({ dimension }) => dimension === 'purchase_order');
      const isOfThem = wanted === undefined || /^(?:supplier|purchase_order)$/.test(wanted);
      const ofWhom = reliable.test(sentence) && isOfThem && kind?.dimension !== 'supplier';
      const supplier = ofWhom ? pickKnown(subject, noun, lead, ['supplier']) : null;
      if (supplier) return supplier;
      if (ofWhom && isOfOrders) return pick(subject, (names) => names, 'supplier', lead);
      // "Their things", after what was sold of a supplier.
      const owns = /\btheir (?:things|products|articles|goods|items|stuff)\b/i.test(sentence);
      if ((acts || owns) && kind && !parties.includes(kind.dimension)) {
        const known = pickKnown(subject, noun, lead, parties) ?? pickNarrowed(subject, lead);
        if (known) return known;
      }
      const isOfEach = /\beach of (?:them|these|those)\b|\bthey each\b/i.test(sentence);
      const isLeader =
        subject.asksOne && !isOfEach && kind && parties.includes(kind.dimension) && /^the/i.test(spoken);
      if (isLeader && rows.tied.length > 1) return pick(subject, () => rows.tied, wanted, lead);
      if (isLeader) return pickOne(subject, ([first]) => first, lead);
      // "These products", after a list of orders, are none of its rows.
      const isOther = wanted !== undefined && rows.kinds.every(({ dimension }) => dimension !== wanted);
      if (isOther) return pickKnown(subject, noun, lead) ?? 'unclear';
      return pick(subject, (names) => names, wanted, lead);
    },
  },
  // "How much of it is late?", of the first of a ranking: of those that were shown.
  {
    pattern: /(?<=\bhow (?:much|many) of )(?:it|that|this)\b(?= (?:is|are|was|were|has|have)\b)/,
    read: (_, subject) =>
      subject.rows?.isPart && !subject.asksOne && (subject.rows.kinds[0]?.names.length ?? 0) > 1
        ? pick(subject, (names) => names)
        : null,
  },
  // "How much of it do we have?", "what is its margin?", "who buys there?"
  {
    pattern:
      /(?<!\b(?:make|break|show|draw|plot|chart|call|put|sort|split|drill|compare|take|as|see|display|give|do|restrict|narrow|limit|filter|change|switch|set|turn|keep|repeat|run|try|redo|where) )\bit\b(?!['’])|\b(?:its|itself|there)\b(?!['’])/i,
    read: ([spoken], subject, sentence) => {
      const { rows, asksOne } = subject;
      const [kind] = rows?.kinds ?? [];
      const isThere = /^there$/i.test(spoken);
      // "Which products there are below 5 days?" speaks of a place.
      const isPlaced = /^(?:(?:and|so),? )*(?:which|what) \w+ there (?:is|are|was|were|have|has)\b/i.test(
        sentence,
      );
      const isBeing = /\b(is|are|was|were|do|have) there\b|\bthere (is|are|was|were|any)\b/i.test(sentence);
      if (isThere && isBeing && !isPlaced) return null;
      const lead = isThere ? 'in ' : toLead(spoken);
      if (!kind || !(asksOne || kind.names.length === 1)) {
        const known = pickKnown(subject, isThere ? 'site' : undefined, lead);
        // "Which products there?", after a list of sites; "what did it buy?", after what no customer is told of.
        // "How many are available there?", after one product in every warehouse: in each of them.
        const areAll = isThere && kind && isPlace(kind.dimension) && readOnly(subject, 'product') !== null;
        if (areAll && known === null) return pick(subject, (names) => names, undefined, lead);
        const isUnclear = (isThere && kind && isPlace(kind.dimension)) || buys.test(sentence);
        return known ?? (isUnclear ? 'unclear' : null);
      }
      const isInside = /\b(?:in|from|within) there\b/i.test(sentence);
      // "Which customers there?", after the segment that lost.
      const isGroup = /^(?:customer_segment|category|subcategory|brand)$/.test(kind.dimension);
      if (isThere && !isInside && !isPlace(kind.dimension) && !isGroup) return null;
      return pickLeader(subject, isInside ? '' : lead);
    },
  },
  // "How much do we buy from him?", "her margin", of a supplier or a customer.
  {
    pattern: /\b(?:him|he|his|she|hers?)\b(?!['’])/i,
    read: ([spoken], subject, sentence) => {
      const party = /^him$/i.test(spoken) ? pickParty(subject, sentence) : null;
      if (party) return party;
      const [kind] = subject.rows?.kinds ?? [];
      const lead = toLead(spoken);
      const isRow = kind !== undefined && parties.includes(kind.dimension);
      if (isRow && (subject.asksOne || kind.names.length === 1)) return pickLeader(subject, lead);
      return pickKnown(subject, undefined, lead, parties) ?? (isRow ? 'unclear' : null);
    },
  },
];

/** "How much did they send back?", after what all customers of one name bought: what that is narrowed to stays. */
function pickNarrowed({ question }: Subject, lead: string): Picked | null {
  const filters = question?.kind === 'data' ? question.filters : [];
  const own = filters.find(({ dimension, op }) => parties.includes(dimension) && op !== 'is_not');
  return own === undefined
    ? null
    : { dimension: own.dimension, names: own.values, op: null, isOne: true, lead, isKnown: true };
}

/** One figure has no rows: "each" is none of them, unless it counts what each is. */
function isOfOneFigure({ question }: Subject): boolean {
  return (
    question?.kind === 'data' &&
    question.dimensions.length === 0 &&
    question.grain === null &&
    question.periods.length < 2 &&
    question.against === null &&
    !question.measures.some((name) => /^(?:customers|orders)$/.test(name))
  );
}

/** Two times, or two names: "for both". */
function isOfTwo({ question }: Subject): boolean {
  return (
    question?.kind === 'data' &&
    (question.periods.length === 2 ||
      question.against !== null ||
      question.measures.length === 2 ||
      question.filters.some(({ values }) => values.length === 2))
  );
}

/** "Only those with …", "just the ones in …": a bound on all that were asked for. */
function restricts(sentence: string, spoken: string): boolean {
  const after = sentence.slice(sentence.indexOf(spoken) + spoken.length);
  return (
    /^(?:(?:and|now|ok|please|show|but),? )*(?:only|just)\b/i.test(sentence) &&
    /^ (?:with|that|which|who|below|above|over|under|less|more|at|in|from|for|meant|headed|of|having|where)\b/i.test(
      after,
    )
  );
}

function isShownInPart({ question }: Subject): boolean {
  return question?.kind === 'data' && question.limit === null;
}

const buys = /\b(?:did|does|has) it (?:\w+ly )?(?:buy|bought|purchased?|spen[dt])\b/i;

const usual = '(?:usually|normally|typically|generally|always|often|mostly|ever|in general|as a rule)';
const timely = '(?:on time|in time|late|delayed|overdue)';
/** What is usual is said of who delivers, and not of the orders that were told. */
const reliable = new RegExp(
  `\\b(?:un)?(?:reliab|punctual|dependab|trustworth)\\w*|\\b${usual}\\b[^?.!]*\\b${timely}\\b|\\b${timely}\\b[^?.!]*\\b${usual}\\b`,
  'i',
);

/** What customers and suppliers do, and products do not. */
const acting =
  /^they (?:(?:have|had|are|were|been|still|also|always|ever|now|usually|\w+ly) )*(?:buy(?:ing)?|bought|order(?:ed|ing)?|purchas(?:e[ds]?|ing)|return(?:ed|ing)?|spend(?:ing)?|spent|pay(?:ing)?|paid|plac(?:e|ed|ing)|deliver(?:ed|ing)?|supply(?:ing)?|supplied|ship(?:ped|ping)?|owe|(?:send|sent|sending|give|gave|bring|brought) (?:us )?(?:\w+ )?back|take|took|taking|get|got|getting)\b/i;
