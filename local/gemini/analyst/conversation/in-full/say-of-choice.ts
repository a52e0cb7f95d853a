import type { Question } from '../../question/question.ts';
import { begins } from '../../vocabulary/lead.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { toWords } from '../../vocabulary/to-words.ts';
import type { Rows } from '../read-rows.ts';
import { inTimeOf } from '../references/write-period.ts';
import type { Subject } from '../subject.ts';

/** "Which one is more profitable?", "and which was higher?", after two or several things: which of those leads. */
export function sayOfChoice(sentence: string, previous: Question): string {
  if (previous.kind !== 'data') return sentence;
  const { dimensions, grain, names, filters, periods, against } = previous;
  const isOfTimes = dimensions.length === 0 && (grain !== null || periods.length > 1 || against !== null);
  const areSeveral =
    dimensions.length > 0 ||
    names.filter(({ optional }) => !optional).length > 1 ||
    filters.some(({ values }) => values.length > 1);
  const { be, way = '', what, verb, how = '' } = choice.exec(sentence)?.groups ?? {};
  if (isOfTimes || !areSeveral || (be === undefined && verb === undefined)) return sentence;
  // What "sells most" would be goods.
  const sells = /^s(?:ells?|old)$/i.test(verb ?? '') && previous.measures[0] !== 'revenue';
  if (sells)
    return `which of those has the ${toRank(toMost(how))} ${previous.measures[0] === 'units' ? 'units' : 'revenue'}?`;
  if (verb !== undefined) return `which of those ${verb} ${toMost(how)}?`;
  const superlative = toMost(way);
  if (/^profitable$/i.test(what ?? ''))
    return `which of those has the ${superlative === 'least' ? 'lowest' : 'highest'} gross margin?`;
  return `which of those has the ${toRank(superlative)} ${what ?? toWords(previous.measures[0] ?? 'revenue')}?`;
}

/** "What was the order value in store and online, and which was higher?": the first answer says it. */
export function isToldAlready(sentence: string, previous: Question | null): boolean {
  if (previous === null) return false;
  const { be, what } = choice.exec(sentence)?.groups ?? {};
  return be !== undefined && what === undefined && sayOfChoice(sentence, previous) !== sentence;
}

/**
 * "Which has the best margin?", "who had the most returns?", after things that were set against each other: which of them, and no ranking of
 * products.
 */
export function sayOfSides(
  sentence: string,
  previous: Question,
  _vocabulary: Vocabulary,
  { rows }: Subject,
): string {
  // "Who is the biggest in each?", after segments.
  const top = ofEach.exec(sentence)?.groups?.top;
  const [group, ...others] = rows?.kinds ?? [];
  if (top !== undefined && previous.kind === 'data' && group !== undefined && others.length === 0)
    return group.dimension === 'customer'
      ? sentence
      : `${top} customer by ${toWords(previous.measures[0])} in each ${toWords(group.dimension)}`;
  const { verb, way = '', figure = '' } = asks.exec(sentence)?.groups ?? {};
  const isOfPeople = /^\W*(?:\w+,? )*?who\b/i.test(sentence);
  // "Who bought most of it?", after months.
  const isTime = previous.kind === 'data' && previous.grain !== null;
  const who = verb === undefined || (isTime && isOfPeople) ? null : findSides(rows, previous);
  if (who === null) return sentence;
  const asked = `${who} ${verb} the ${toMost(way)} ${figure}`;
  return who === 'which of them' ? asked : asked + inTimeOf(previous);
}

/** What may be asked for: the rows that were told, or the things that a picture of several was of. */
function findSides(rows: Rows | null, previous: Question): string | null {
  if (previous.kind === 'overview') {
    const [several] = previous.filters.filter(({ op, values }) => op === 'is' && values.length > 1);
    return several === undefined ? null : `which of ${several.values.map((name) => `"${name}"`).join(', ')}`;
  }
  if (previous.kind !== 'data') return null;
  if (previous.grain !== null) return previous.dimensions.length > 0 ? null : `which ${previous.grain}`;
  const [kind, ...others] = rows?.kinds ?? [];
  if (others.length > 0) return null;
  const isOfKind = previous.dimensions.every((name) => name === kind?.dimension);
  return isOfKind && (kind?.names.length ?? 0) > 1 ? 'which of them' : null;
}

function toRank(superlative: string): string {
  return superlative === 'most' ? 'highest' : superlative === 'least' ? 'lowest' : superlative;
}

/** What a comparison of several comes to: of those that "sell more" one sells most. */
function toMost(way: string): string {
  return most[way.toLowerCase()] ?? way;
}

const most: Record<string, string> = {
  ...{ more: 'most', higher: 'highest', bigger: 'highest', larger: 'highest', greater: 'highest' },
  ...{ fewer: 'fewest', better: 'best', stronger: 'best', faster: 'fastest' },
  ...{
    less: 'least',
    lower: 'lowest',
    smaller: 'lowest',
    worse: 'worst',
    weaker: 'worst',
    slower: 'slowest',
  },
};
const ofEach = begins(
  "who(?:['’]s| is| was| are| were) (?:the )?(?<top>biggest|best|largest|top|highest|smallest|worst|lowest)(?: (?:one|customer|client|buyer))? (?:in|of|for|at) each(?: one| of (?:them|those|these))?\\W*$",
);
const ofThose = '(?: one| side)?(?: of (?:them|those|these|both|the two))?';
const ways = Object.keys(most).join('|');
const choice = begins(
  `(?:which|who|what)${ofThose} (?:(?<be>is|are|was|were|has|had|have|comes? out|makes?|made|earns?|earned|gives?|brings? in|brought in) (?:the |a )?(?<way>${ways})(?: (?<what>(?!than\\b)[\\w -]{3,25}?))?|(?<verb>sells?|sold|grew|grows|fell|falls|did|does|performs?|performed) (?<how>${ways}))\\W*$`,
);
const asks = begins(
  `(?:which|who)${ofThose} (?<verb>has|have|had|is|was|makes|made|earns|earned|gets|got|sells|sold|returns|returned|buys|bought|holds|held|brings in|brought in|shows|showed) (?:the )?(?<way>best|worst|most|least|fewest|highest|lowest|biggest|largest|smallest|more|less|fewer|higher|lower|better) (?<figure>(?!ones?\\b|than\\b)[^?.!,]{3,40}?)\\W*$`,
);
