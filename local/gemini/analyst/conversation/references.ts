import { toNumber } from '../vocabulary/numbers.ts';
import {
  fitsNoun,
  isPlace,
  nouns,
  type Picked,
  parties,
  pick,
  pickKnown,
  pickOne,
  toLead,
  toSingular,
} from './pick-rows.ts';
import { isNarrowedTo, isOfThings, readExtreme, readOnly, type Subject } from './subject.ts';

/** What a phrase refers to: null where it is no reference, "unclear" where it may be one of several. */
type Read = (found: RegExpExecArray, subject: Subject, sentence: string) => Picked | 'unclear' | null;

const singular = Object.keys(nouns).join('|');
const plural = Object.keys(nouns)
  .map((noun) => noun.replace(/y$/, 'ie'))
  .join('|');
const few = '(two|three|four|five|six|seven|eight|nine|ten|\\d{1,2})';
const ordinal = '(first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|last|top|[1-9])';
const numbered = '(one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2})';
const each = 'each(?: of (?:them|these|those))?\\b';
/** What each is, where it is said: "does each warehouse". */
const countable = `${singular}|one|day|week|month|quarter|year|sub|depot|department|model|line|group|type|kind`;
const superlative = '(worst|best|biggest|largest|smallest|highest|lowest)';

/** Longer ones stand before those that are a part of them. */
export const references: { pattern: RegExp; read: Read }[] = [
  // "Sorted by margin": the same rows in another order.
  {
    pattern:
      /^(?:(?:and|now|then|ok|please),? )*((?:re-?)?sort|sorted|rank|ranked|order|ordered)(?: (?:it|them|that|this|those|these|the (?:list|table|rows)))?(?= (?:instead )?by\b)/i,
    read: (_, subject) => {
      const { rows } = subject;
      if (!rows?.isPart) return null;
      return pick(subject, (names) => names, undefined, 'sorted of ');
    },
  },
  // "The first two", "the last three of them".
  {
    pattern: new RegExp(
      `\\bthe (first|last|top|bottom) ${few}\\b(?: (?:${plural})s| ones| of (?:these|those|them))?(?! (?:days?|weeks?|months?|quarters?|years?|\\w+s)\\b)`,
      'i',
    ),
    read: ([spoken, which = '', count = ''], subject, sentence) => {
      // "Only the top 3", of what was asked before, is the same ranking, shorter.
      const isShorter = /^(top|bottom)$/i.test(which) && !/ of (these|those|them)$/i.test(spoken);
      if (isShorter && !isObject(sentence, spoken)) return null;
      const number = toNumber(count.toLowerCase()) ?? 0;
      return pick(subject, (names) =>
        /^(first|top)$/i.test(which) ? names.slice(0, number) : names.slice(-number),
      );
    },
  },
  {
    pattern: new RegExp(`\\b(?:number|no\\.|#) ?${numbered}\\b`, 'i'),
    read: ([, which = ''], subject) => {
      const place = toNumber(which.toLowerCase()) ?? 0;
      return subject.rows && pickOne(subject, (names) => names[place - 1]);
    },
  },
  // "The leader", "the runner-up".
  {
    pattern: /\bthe (leader|winner|front-?runner|runner-?up)\b/i,
    read: ([, which = ''], subject) =>
      subject.rows && pickOne(subject, (names) => names[/^runner/i.test(which) ? 1 : 0]),
  },
  // "Which of the two grew more?"
  {
    pattern: new RegExp(
      `\\bthe ${few}(?: of (?:them|those|these))?\\b(?! (?:\\w+s|best|worst|top|biggest|largest|highest|lowest)\\b)`,
      'i',
    ),
    read: ([, count = ''], subject) => {
      const names = subject.rows?.kinds[0]?.names ?? [];
      return names.length === toNumber(count.toLowerCase()) ? pick(subject, () => names) : null;
    },
  },
  {
    pattern: new RegExp(
      `\\bthe ${ordinal}(?: (one|${singular})\\b(?! (?:\\w+s|by|in|with|per|for each|of each|of every)\\b)| one\\b|(?=[?.!,]|\\s*$| (?:${afterOne()})\\b))`,
      'i',
    ),
    read: ([spoken, which = '', noun], subject) => {
      const isBare = noun === undefined && !/ one$/i.test(spoken);
      if (isBare && (subject.rows === null || /^(top|last)$/i.test(which))) return null;
      if (!fitsNoun(noun ?? 'one', subject.rows)) return noun === undefined ? null : 'unclear';
      return pickOne(subject, (names) => names.slice(...toSlice(which))[0]) ?? 'unclear';
    },
  },
  {
    // "The worst one's orders", "did the best of them"
    pattern: new RegExp(
      `\\bthe ${superlative} (?:one(?: of (?:them|those|these))?|of (?:them|those|these))(['’]s)?\\b`,
      'i',
    ),
    read: ([spoken, which = '', owner], subject, sentence) => {
      if (owner === undefined && !isObject(sentence, spoken)) return null;
      const name = readExtreme(subject, which.toLowerCase());
      return pickOne(subject, () => name ?? undefined) ?? 'unclear';
    },
  },
  {
    pattern: new RegExp(`\\b(?:that|this|the same) (one|${singular})\\b`, 'i'),
    read: ([, noun = ''], subject) => {
      const { rows } = subject;
      if (/^one$/i.test(noun) && rows && subject.asksOne) return pickOne(subject, ([first]) => first);
      const only = readOnly(subject, nouns[noun.toLowerCase()]);
      if (only && rows?.kinds[0]?.dimension !== only.dimension)
        return { dimension: only.dimension, names: only.values, op: 'is', isOne: true, lead: '' };
      if (noun.toLowerCase() === 'one' && rows === null) return null;
      const isOnly = rows?.kinds[0]?.names.length === 1 || subject.asksOne;
      if (rows === null || !fitsNoun(noun, rows) || !isOnly) return 'unclear';
      return pickOne(subject, ([first]) => first) ?? 'unclear';
    },
  },
  // "The others", "the rest of them".
  {
    pattern: new RegExp(
      `\\b(?:(?:all )?the (?:others|rest|remaining (?:ones|(?:${plural})s)|other (?:ones|${few}|(?:${plural})s))|everything else|everyone else|all others)(?: of (?:these|those|them))?\\b`,
      'i',
    ),
    read: (_, subject) => {
      const { rows } = subject;
      const [kind] = rows?.kinds ?? [];
      const only = readOnly(subject, undefined);
      if (only && only.dimension !== kind?.dimension)
        return { dimension: only.dimension, names: only.values, op: 'is_not', isOne: false, lead: '' };
      // "The other sites" may be those that the sentence does not name.
      if (!kind) return null;
      if (rows?.isCut) return 'unclear';
      return { dimension: kind.dimension, names: kind.names, op: 'is_not', isOne: false, lead: '' };
    },
  },
  // "And how much did each make?", "how long does each of them take?"
  {
    pattern: new RegExp(
      `(?<=\\b(?:do|does|did|has|have|had|is|are|was|were) )${each}(?! (?:of|${countable})\\w*)|\\b${each}(?=\\W*$| (?:make|made|earn|earned|bring|brought|spend|spent|sell|sold|cost|buy|bought|order|ordered|have|had|has|is|was|did|contribute|contributed)\\b)`,
      'i',
    ),
    read: (_, subject) => pick(subject, (names) => names),
  },
  {
    pattern: new RegExp(
      `\\b(?:both of (?:these|those|them)|all ${few} of (?:these|those|them)|(?:these|those|them|they|theirs?|both)(?: ${few})?)\\b(?: ((?:${plural})s|ones)\\b)?(?! (?:days|weeks|months|quarters|years)\\b)`,
      'i',
    ),
    read: ([spoken, , , noun], subject, sentence) => {
      const { rows } = subject;
      // "Only those below 30 days", of a list that was cut for the eye only.
      if (isShownInPart(subject) && restricts(sentence, spoken)) return null;
      if (rows === null)
        return /^(both|all)/i.test(spoken) ? null : pickKnown(subject, noun, toLead(spoken), parties);
      const wanted =
        noun === undefined || noun === 'ones' ? undefined : nouns[toSingular(noun.toLowerCase())];
      if (/^both/i.test(spoken) && rows.kinds[0]?.names.length !== 2) return null;
      const lead = toLead(spoken);
      const [kind] = rows.kinds;
      // "What do they return?", of what a customer bought; "what did we sell of them?", of products by warehouse.
      const acts = acting.test(sentence.slice(sentence.search(new RegExp(`\\b${spoken}\\b`, 'i'))));
      if (wanted === undefined && kind && isPlace(kind.dimension) && isOfThings(subject)) return null;
      // "Spend with them", after their late orders.
      const isOfSuppliers =
        /\b(?:with|from) (?:them|these|those)\b/i.test(sentence) && kind?.dimension === 'purchase_order';
      if (isOfSuppliers && isNarrowedTo(subject, 'supplier')) return null;
      // "Their things", after what was sold of a supplier.
      const owns = /\btheir (?:things|products|articles|goods|items|stuff)\b/i.test(sentence);
      if ((acts || owns) && kind && !parties.includes(kind.dimension)) {
        const party = pickKnown(subject, noun, lead, parties);
        if (party) return party;
      }
      const isLeader = subject.asksOne && kind && parties.includes(kind.dimension) && /^the/i.test(spoken);
      if (isLeader) return pickOne(subject, ([first]) => first, lead);
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
      if (isThere && /\b(is|are|was|were|do|have) there\b|\bthere (is|are|was|were|any)\b/i.test(sentence))
        return null;
      const lead = isThere ? 'in ' : toLead(spoken);
      if (!kind || !(asksOne || kind.names.length === 1))
        return pickKnown(subject, isThere ? 'site' : undefined, lead);
      const isInside = /\b(?:in|from|within) there\b/i.test(sentence);
      if (isThere && !isInside && !isPlace(kind.dimension)) return null;
      if (isInside) return pickOne(subject, ([first]) => first);
      return pickOne(subject, ([first]) => first, lead);
    },
  },
];

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

/** What customers and suppliers do, and products do not. */
const acting =
  /^they (?:\w+ly )?(?:buy|bought|order|ordered|purchase[ds]?|return|returned|spend|spent|pay|paid|place|placed|deliver|delivered|supply|supplied|ship|shipped|owe)\b/i;

/** Words after "the second" that make it a row. */
function afterOne(): string {
  return 'by|in|on|and|or|with|vs|versus|than|for|from|over|to|do|did|does|is|are|was|were|has|have|had|sell|sells|sold|place|placed|order|ordered|buy|buys|bought|make|made|earn|earned|bring|brought|each|per|only|alone|instead|also|too|last|this|compared|against|at|now|run|runs|go|goes|cost|costs';
}

/** Whether something is said of the thing: "the margin of the biggest one", "does the top one", "compare the top two". */
function isObject(sentence: string, spoken: string): boolean {
  const before = sentence.slice(0, sentence.indexOf(spoken)).trimEnd();
  return (
    before === '' ||
    /\b(of|for|from|about|by|in|at|does|do|did|compare|between|with|without|to|who|where|when|split|show)$/i.test(
      before,
    )
  );
}

function toSlice(which: string): [number, number | undefined] {
  const word = which.toLowerCase();
  if (word === 'last') return [-1, undefined];
  const order = ['top', 'first', 'second', 'third', 'fourth', 'fifth'].indexOf(word);
  const place = word === 'top' ? 1 : order > 0 ? order : (toNumber(word.replace(/\D+$/, '')) ?? 1);
  return [place - 1, place];
}
