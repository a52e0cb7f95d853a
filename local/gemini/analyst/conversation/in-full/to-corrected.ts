import type { DataQuestion, Question } from '../../question/question.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { toSingular, toWords } from '../../vocabulary/to-words.ts';
import { nouns } from '../references/nouns.ts';

/** "Not October, November", "I said north, not south", "no, customers": what was meant in place of what was understood. */
export function toCorrected(sentence: string, previous: Question | null, { filters }: Vocabulary): string {
  const said = sentence.replace(mark, '').replace(markAfter, '');
  const isMarked = said !== sentence;
  if (previous?.kind !== 'data') return isMarked && said !== '' ? said : sentence;
  const [wrong = '', right = ''] =
    notFirst.exec(said)?.slice(1) ?? notLast.exec(said)?.slice(1).toReversed() ?? [];
  const isOfLast = right !== '' && isSaidOf(wrong, previous);
  if (!isMarked && !isOfLast) return sentence;
  const meant = isOfLast ? right : said.replace(inBoth, 'both');
  if (meant.trim() === '') return sentence;
  // "I meant purchase orders", after a number of orders of customers.
  const [period] = previous.periods;
  if (purchases.test(meant) && previous.tool === 'query_sales' && previous.measures[0] === 'orders')
    return `how many purchase orders did we place${period ? ` ${period.text}` : ''}?`;
  const noun = bareNoun.exec(meant)?.[1]?.toLowerCase();
  const dimension = noun === undefined ? undefined : nouns[toSingular(noun)];
  const [split, ...others] = previous.dimensions;
  const isOther =
    dimension !== undefined && split !== undefined && others.length === 0 && dimension !== split;
  // Spend has no customers: "not suppliers, customers" is not understood.
  if (isOther && filters.get(previous.tool)?.has(dimension) === false) return sentence;
  if (isOther) return `by ${toWords(dimension)} instead`;
  return isOfLast && !/^that$|^(?:the|a|an) /i.test(meant) ? `${meant.replace(/\W+$/, '')} instead` : meant;
}

const mark =
  /^(?:(?:(?:no|nope|nah)(?=[,.!;:]| (?:no|not|sorry|wait|actually|i (?:mean|meant|said))\b)|sorry|oops|wait|typo|actually|my (?:mistake|bad)|(?:i|we) (?:mean|meant|said))\b[,.!;: ]*)+/i;
const markAfter = /,? (?:i|we) (?:mean|meant|said)\W*$/i;
const notFirst =
  /^(?:and |but )?not (?:the |by |in |for )?([^,;]{2,30}?)(?:[,;]| but| by(?= \w+\W*$)) *(?:but )?(.{2,60})$/i;
const notLast = /^([^,;]{2,40}?),? not (?:the |by |in |for |from )?([^,;]{2,30}?)\W*$/i;
const inBoth = /^(?:in|for|at|of|from) both\W*$/i;
const purchases = /^(?:the )?purchase orders\W*$/i;
const bareNoun = /^(?:the |by )?(\w+)\W*$/;

/** Whether it is what the last question was about: "south", of sales in the South. */
function isSaidOf(wrong: string, previous: DataQuestion): boolean {
  const spoken = wrong.trim().toLowerCase();
  if (/^(?:that|it|this|those|them|these)$/.test(spoken)) return true;
  const { filters, periods, measures, dimensions, grain } = previous;
  const parts = [
    ...filters.flatMap(({ op, values }) => (op === 'is_not' ? [] : values)),
    ...periods.flatMap((period) => [period.text, period.spoken]),
    ...[...measures, ...dimensions, grain ?? ''].map(toWords),
    ...(measures.includes('revenue') ? ['sales', 'turnover'] : []),
  ];
  const stem = spoken.replace(/(?:ies|s|y)$/, '');
  return parts.some((part) => part.toLowerCase().includes(stem));
}
