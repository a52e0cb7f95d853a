import type { Question } from '../../question/question.ts';
import { shortMonths } from '../../time/time-patterns.ts';
import { begins } from '../../vocabulary/lead.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { toWords } from '../../vocabulary/to-words.ts';
import type { Subject } from '../subject.ts';

/** "In which category?", after the region with the lowest margin: the lowest there, too. */
export function askLowestIn(
  sentence: string,
  previous: Question,
  _vocabulary: Vocabulary,
  { asksOne }: Subject,
): string {
  const noun = inWhich.exec(sentence)?.groups?.noun;
  if (previous.kind !== 'data' || previous.order !== 'asc' || !asksOne || noun === undefined) return sentence;
  const [figure = ''] = previous.measures;
  return /^average_|_rate$/.test(figure)
    ? `which ${noun} has the lowest ${toWords(figure)} in there`
    : sentence;
}

/** "Compared to last year", "growth vs September", after the ten best: of those ten, not of all. */
export function sayOfRanking(sentence: string, previous: Question): string {
  if (previous.kind !== 'data' || previous.limit === null || previous.grain !== null) return sentence;
  const isList = previous.order !== null && previous.limit > 1 && previous.dimensions.length === 1;
  // "Sorted ascending", "worst first": those ten the other way round.
  if (isList && previous.order === 'desc' && turnedRound.test(sentence))
    return `those, ${/worst/i.test(sentence) ? 'worst' : 'lowest'} first`;
  return isList && besideTime.test(sentence) ? `${sentence.replace(/\W*$/, '')} of those` : sentence;
}

const inWhich = begins('(?:in|on|for|at) (?:which|what) (?<noun>(?!one\\b)[a-z]{3,20})\\W*$');
const turnedRound =
  /^(?:(?:and|now|but|ok|please|show|list|sort|sorted|order|ordered|put|it|them|these|those|rank|ranked),? )*(?:(?:in |by )?(?:an? )?(?:ascending|asc|increasing|reverse)(?: order)?|reversed|(?:from )?(?:lowest|smallest|worst|least|weakest)(?: (?:one|ones))?(?: to (?:highest|biggest|largest|best|most)| first| at the top))\W*$/i;

const time = `(?:(?:the )?(?:(?:same|last|previous|prior|preceding) )*(?:year|quarter|month|week|period|time)\\b[\\w ']*|(?:a|one|the) (?:year|quarter|month|week) (?:ago|before|earlier)|(?:${shortMonths})[a-z]*(?: \\d{4})?|q[1-4](?: \\d{4})?|(?:19|20)\\d\\d|yesterday)`;
const growth =
  "(?:(?:the |what(?:[’']s| is| was) the )?(?:growth|change|development|increase|decrease|difference)(?: in (?:\\w+|%))? ?)";
const besideTime = new RegExp(
  `^(?:(?:and|now|but|ok|please|show(?: me)?),? )*(?:${growth}?(?:compared?(?: (?:it|that|this))?(?: (?:to|with|against))?|vs\\.?|versus|against|over|since) ${time}|${growth}(?:year (?:on|over) year|yoy)?|year (?:on|over) year|yoy)\\W*$`,
  'i',
);
