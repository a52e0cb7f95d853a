import type { DataQuestion, Question } from '../../question/question.ts';
import { begins } from '../../vocabulary/lead.ts';
import { toSingular, toWords } from '../../vocabulary/to-words.ts';
import { nouns } from '../references/nouns.ts';
import { inTimeOf } from '../references/write-period.ts';

/** "By how much?", after two things or two times that stand in one answer; of a longer ranking it is open which two are meant. */
export function sayOfTwo(sentence: string, previous: Question): string {
  if (previous.kind !== 'data') return sentence;
  const { dimensions, filters, limit, changes, changeBounds, order, falls } = previous;
  const [split] = dimensions;
  // "Which ones?", after how many fell: those.
  if (changes && split !== undefined && whichOnes.test(sentence))
    return `which ${toWords(split)} ${falls ? 'fell' : 'grew'} most`;
  // "How many of them bought less than last year?" are those that did, which are told with their number.
  if (dimensions.length === 1 && boughtLess.test(sentence))
    return sentence.replace(boughtLess, '$<lead>which ');
  const beside = toBesideOthers(sentence, previous);
  if (beside !== null) return beside;
  // "By how much?", after those that fell, is told with them.
  if (
    changes &&
    order !== null &&
    split !== undefined &&
    (byHowMuch.test(sentence) || howMuch.test(sentence))
  )
    return `which ${toWords(split)} ${falls ? 'fell' : 'grew'} most`;
  const areTwo = filters.some(({ op, values }) => op === 'is' && values.length === 2);
  if (worthMore.test(sentence) && areTwo) return toWorthOfTwo(sentence, previous) ?? sentence;
  if (!byHowMuch.test(sentence)) return sentence;
  // After what moved it is how much that moved.
  if (changes && changeBounds.length === 0)
    return `how much did ${dimensions.length > 0 ? 'they' : 'it'} change`;
  const isPair = (name: string) =>
    filters.some(({ dimension, op, values }) => dimension === name && op === 'is' && values.length === 2);
  return dimensions.every(isPair) || limit === 2 ? 'compare them' : sentence;
}

/** "Is that more than the other bakeries?", after a mean or a rate of one: against that of its kind. */
function toBesideOthers(sentence: string, previous: DataQuestion): string | null {
  const kind = thanOthers.exec(sentence)?.groups?.kind;
  const { dimensions, grain, filters, measures } = previous;
  const [only, ...more] = filters.filter(({ op, values }) => op === 'is' && values.length === 1);
  const isOfOne = only !== undefined && more.length === 0 && filters.length === 1;
  const isMean = /^average_|_rate$/.test(measures[0] ?? '');
  if (kind === undefined || !isOfOne || !isMean || dimensions.length > 0 || grain !== null) return null;
  if (nouns[toSingular(kind.toLowerCase())] !== undefined) return null;
  return `${toWords(measures[0])} of ${toWords(only.dimension)} "${only.values[0]}" vs ${kind}${inTimeOf(previous)}`;
}

const thanOthers = begins(
  "(?:is|was) (?:that|this|it) (?:much |a lot )?(?:more|less|higher|lower|bigger|smaller|larger|better|worse) than (?:that of |with |at |for )?(?:(?:all )?(?:the |our )?other|the average|the usual) (?<kind>(?!ones?\\b)[\\w\u00c0-\u024f'’ -]{3,30}?)\\W*$",
);
const whichOnes = begins('which (?:ones?|are they|are those)\\W*$');
const boughtLess =
  /^(?<lead>(?:(?:and|so|but|ok),? )*)how many (?=of (?:them|those|these) (?:bought|spent|ordered|sold) (?:more|less|fewer) than\b)/i;
const howMuch = begins('how much\\W*$');
const byHowMuch = begins(
  '(?:by how much|how far apart (?:is|are|was|were) (?:they|these|those|the two|both|it)|how much (?:of a )?(?:difference|gap)(?: (?:is|was) (?:that|it|this|there))?)\\W*$',
);

const worthMore = begins(
  'which (?:one )?(?:of (?:them|the two|those|these|both) )?(?:is|are|was|were) worth (?:more|less)\\W*$',
);

/** "Which is worth more?", after the stock of two: by their money, and not by their pieces. */
export function toWorthOfTwo(
  text: string,
  { measures: [measure = ''] }: { measures: string[] },
): string | null {
  if (!/\bworth\b/i.test(text)) return null;
  if (/^(?:on_hand|available)$/.test(measure)) return 'stock value';
  if (/^units(?:_sold)?$/.test(measure)) return 'revenue';
  return /revenue|sales|value|margin|cost/.test(measure) ? 'compare them' : text;
}
