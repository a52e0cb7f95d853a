import type { Question } from '../../question/question.ts';
import { begins } from '../../vocabulary/lead.ts';
import { toWords } from '../../vocabulary/to-words.ts';

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
  if (verb !== undefined) return `which of those ${verb} ${most[how.toLowerCase()] ?? how}?`;
  const superlative = most[way.toLowerCase()] ?? way;
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

function toRank(superlative: string): string {
  return superlative === 'most' ? 'highest' : superlative === 'least' ? 'lowest' : superlative;
}

/** What a comparison of several comes to: of those that "sell more" one sells most. */
export const most: Record<string, string> = {
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
const ways = Object.keys(most).join('|');
const choice = begins(
  `(?:which|who|what)(?: one| side)?(?: of (?:them|those|these|both|the two))? (?:(?<be>is|are|was|were|has|had|have|comes? out|makes?|made|earns?|earned|gives?|brings? in|brought in) (?:the |a )?(?<way>${ways})(?: (?<what>(?!than\\b)[\\w -]{3,25}?))?|(?<verb>sells?|sold|grew|grows|fell|falls|did|does|performs?|performed) (?<how>${ways}))\\W*$`,
);
