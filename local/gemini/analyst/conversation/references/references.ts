import { aboveOne, toNumber } from '../../vocabulary/numbers.ts';
import { toSingular } from '../../vocabulary/to-words.ts';
import { fold, toLemma } from '../../vocabulary/words.ts';
import { readExtreme, readOnly, type Subject } from '../subject.ts';
import { nouns, plural, singular } from './nouns.ts';
import { fitsNoun, pick, pickLeader, pickOne, type RowPhrase } from './pick-rows.ts';
import { few, pronouns } from './pronouns.ts';

const ordinal = '(first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|last|top|[1-9])';
const numbered = `(one|${aboveOne}|\\d{1,2})`;
const superlative = '(worst|best|biggest|largest|smallest|highest|lowest|weakest|poorest|strongest)';

const nounAfter =
  /^ (?:[a-z]+ )?(customer|client|buyer|account|supplier|vendor|product|item|article|brand|category|warehouse|region|channel|segment)\b/i;

/** Longer ones stand before those that are a part of them. */
export const references: RowPhrase[] = [
  // "Sorted by margin": the same rows in another order.
  {
    pattern:
      /^(?:(?:and|now|then|ok|please),? )*((?:re-?)?sort|sorted|rank|ranked|order|ordered)(?: (?:it|them|that|this|those|these|the (?:list|table|rows)))?(?= (?:instead )?by\b)/i,
    read: (_, subject) => {
      const { rows, question } = subject;
      // A list of a tool of its own has its own order.
      if (!rows?.isPart || /^(?:report|reorder)$/.test(question?.kind ?? '')) return null;
      return pick(subject, (names) => names, undefined, 'sorted of ');
    },
  },
  // "The first two", "the last three of them".
  {
    pattern: new RegExp(
      `\\bthe (first|last|top|bottom) ${few}\\b(?: ((?:${plural})s)| ones| of (?:these|those|them))?(?! (?:days?|weeks?|months?|quarters?|years?|\\w+s)\\b)`,
      'i',
    ),
    read: ([spoken, which = '', count = '', noun], subject, sentence) => {
      // "Who dropped out of the top 10?" is asked of two rankings.
      const at = sentence.slice(0, sentence.toLowerCase().indexOf(spoken.toLowerCase()));
      if (/\b(?:out of|into|new (?:in|to|on)|left|leave|enter(?:ed)?|join(?:ed)?|made) $/i.test(at))
        return null;
      // "From the top 3 suppliers", after products.
      if (noun !== undefined && !fitsNoun(toSingular(noun), subject.rows)) return null;
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
    read: ([spoken, which = ''], subject, sentence) => {
      // "Our number one customer", after products, is none of them.
      const [, noun] = nounAfter.exec(sentence.slice(sentence.indexOf(spoken) + spoken.length)) ?? [];
      if (noun !== undefined && !fitsNoun(noun, subject.rows)) return null;
      const place = toNumber(which.toLowerCase()) ?? 0;
      const party = buysAfter(spoken, sentence) ? pickBuyer(subject, place) : null;
      return party ?? (subject.rows && pickOne(subject, (names) => names[place - 1]));
    },
  },
  // "The leader", "the runner-up".
  {
    pattern: /\bthe (leader|winner|front-?runner|runner[- ]?up)\b/i,
    read: ([, which = ''], subject) =>
      subject.rows && pickOne(subject, (names) => names[/^runner/i.test(which) ? 1 : 0]),
  },
  // "Which of the two grew more?"
  {
    pattern: new RegExp(
      `\\b(?:the|these|those) ${few}(?: of (?:them|those|these))?\\b(?! (?:(?!(?:has|is|was|does)\\b)\\w+s|\\w+est|worst|top|least|bottom)\\b)`,
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
      if (subject.rows?.isCut && /^last$/i.test(which)) return 'unclear';
      return pickOne(subject, (names) => names.slice(...toSlice(which))[0]) ?? 'unclear';
    },
  },
  {
    // "The worst one's orders", "did the best of them"
    pattern: new RegExp(
      `\\b(?:the ${superlative} (?:one(?: of (?:them|those|these))?|of (?:them|those|these))(['’]s)?|${superlative} one(['’]s))\\b`,
      'i',
    ),
    read: ([spoken, which, owner, bare = '', itself], subject, sentence) => {
      if (owner === undefined && itself === undefined && isSaidOf(sentence, spoken)) return null;
      // "The best one", of months: no row of things.
      if (subject.rows === null && subject.question?.kind === 'data' && subject.question.grain !== null)
        return null;
      const name = readExtreme(subject, (which ?? bare).toLowerCase());
      return pickOne(subject, () => name ?? undefined) ?? 'unclear';
    },
  },
  // "Products of the lowest"
  {
    pattern: new RegExp(`(?<=\\b(?:of|for|in|from|at|without) )the ${superlative}(?=\\W*$)`, 'i'),
    read: ([, which = ''], subject) => {
      if (subject.rows === null) return null;
      const name = readExtreme(subject, which.toLowerCase());
      return pickOne(subject, () => name ?? undefined) ?? 'unclear';
    },
  },
  // "The top region's customers"
  {
    pattern: new RegExp(`\\b(?:the )?(?:top|${superlative}) (${singular})(?=['’]s\\b)`, 'i'),
    read: ([, which = 'best', noun = ''], subject) => {
      if (!subject.rows || !fitsNoun(noun, subject.rows)) return null;
      const name = readExtreme(subject, which.toLowerCase());
      return pickOne(subject, () => name ?? undefined) ?? 'unclear';
    },
  },
  {
    pattern: new RegExp(`\\b(?:that|this|(?:the )?same) (one|${singular})\\b`, 'i'),
    read: ([, noun = ''], subject) => {
      const { rows } = subject;
      if (/^one$/i.test(noun) && rows && subject.asksOne) return pickLeader(subject);
      const isSingle = rows?.kinds[0]?.names.length === 1;
      if (/^one$/i.test(noun) && isSingle) return pickOne(subject, ([first]) => first);
      const only = readOnly(subject, nouns[noun.toLowerCase()]);
      const isOfRows =
        only?.values.length === 1 && only.values.every((name) => rows?.kinds[0]?.names.includes(name));
      if (only && (rows?.kinds[0]?.dimension !== only.dimension || isOfRows))
        return { dimension: only.dimension, names: only.values, op: 'is', isOne: true, lead: '' };
      if (noun.toLowerCase() === 'one' && rows === null) return null;
      const isOnly = isSingle || subject.asksOne;
      if (rows === null || !fitsNoun(noun, rows) || !isOnly) return 'unclear';
      return pickLeader(subject) ?? 'unclear';
    },
  },
  // "So which machine was it?", after the categories that fell.
  {
    pattern: /\bwhich ([a-z]{3,}) (?:was|is|were|are) (?:it|that|they)\b/i,
    read: ([, noun = ''], subject) => {
      const own = subject.rows?.kinds[0]?.names.find((name) => toLemma(fold(name)) === toLemma(fold(noun)));
      return own === undefined ? null : pickOne(subject, () => own, 'which product of ');
    },
  },
  // "The others", "the rest of them".
  {
    pattern: new RegExp(
      `\\b(?:(?:all )?the (?:others|rest|remaining (?:ones|(?:${plural})s)|other (?:ones|${few}|(?<noun>(?:${plural})s)))|everything else|everyone else|all others)(?: of (?:these|those|them))?\\b`,
      'i',
    ),
    read: ({ groups }, subject) => {
      const { rows } = subject;
      const [kind] = rows?.kinds ?? [];
      const noun = groups?.noun?.toLowerCase();
      const wanted = noun === undefined ? undefined : nouns[toSingular(noun)];
      const own = wanted === undefined ? null : readOnly(subject, wanted);
      if (own) return { dimension: own.dimension, names: own.values, op: 'is_not', isOne: false, lead: '' };
      // "The other warehouses", after products: none of them was told; after one figure the sentence may name those that it means.
      if (wanted !== undefined && kind?.dimension !== wanted) return kind ? 'unclear' : null;
      const only = readOnly(subject, undefined);
      if (only && only.dimension !== kind?.dimension)
        return { dimension: only.dimension, names: only.values, op: 'is_not', isOne: false, lead: '' };
      // "The other sites" may be those that the sentence does not name.
      if (!kind) return null;
      if (rows?.isCut) return 'unclear';
      // Of all of them there are no others, but beside the one that led.
      if (!rows?.isPart)
        return subject.asksOne && kind.names.length > 1
          ? { dimension: kind.dimension, names: kind.names.slice(0, 1), op: 'is_not', isOne: false, lead: '' }
          : 'unclear';
      // After "the next ten" these were left out as well.
      const names = [...new Set([...leftOut(subject, kind.dimension), ...kind.names])];
      return { dimension: kind.dimension, names, op: 'is_not', isOne: false, lead: '' };
    },
  },
  ...pronouns,
];

/** "Does number two buy tea?", after what the five best cafés buy: the second of these, and no product. */
function pickBuyer({ rows, question }: Subject, place: number): ReturnType<RowPhrase['read']> {
  if (rows?.kinds[0]?.dimension === 'customer' || question?.kind !== 'data') return null;
  const names = question.filters.find(({ dimension, op }) => dimension === 'customer' && op === 'is')?.values;
  const name = names?.[place - 1];
  return name === undefined
    ? 'unclear'
    : { dimension: 'customer', names: [name], op: 'is', isOne: true, lead: '' };
}

function buysAfter(spoken: string, sentence: string): boolean {
  const after = sentence.slice(sentence.indexOf(spoken) + spoken.length);
  return /^ (?:also |ever |still |usually |mostly |last )*(?:buy|buys|bought|order|orders|ordered|spend|spends|spent|return|returns|returned)\b/i.test(
    after,
  );
}

function leftOut({ question }: Subject, kind: string): string[] {
  const filters = question?.kind === 'data' ? question.filters : [];
  return filters.flatMap(({ dimension, op, values }) =>
    dimension === kind && op === 'is_not' ? values : [],
  );
}

/** Words after "the second" that make it a row. */
function afterOne(): string {
  return 'by|in|on|and|or|with|vs|versus|than|for|from|over|to|do|did|does|is|are|was|were|has|have|had|sell|sells|sold|place|placed|order|ordered|buy|buys|bought|make|made|earn|earned|bring|brought|each|per|only|alone|instead|also|too|last|this|compared|against|at|now|run|runs|go|goes|went|cost|costs|grow|grows|grew|grown|fall|falls|fell|fallen|change|changed|develop|developed|perform|performed|fare|fared';
}

/** "Which is the biggest one?" tells what is asked, and of no row. */
function isSaidOf(sentence: string, spoken: string): boolean {
  const before = sentence.slice(0, sentence.indexOf(spoken)).trimEnd();
  return (
    before !== '' &&
    /\b(?:is|are|was|were|be|which|what|about|and|only|just|show|me)$/i.test(before) &&
    !isObject(sentence, spoken)
  );
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
