import type { Question } from '../../question/question.ts';
import { shortMonths } from '../../time/time-patterns.ts';

/** "Compared to last year", "growth vs September", after the ten best: of those ten, not of all. */
export function sayOfRanking(sentence: string, previous: Question): string {
  if (previous.kind !== 'data' || previous.limit === null || previous.grain !== null) return sentence;
  const isList = previous.order !== null && previous.limit > 1 && previous.dimensions.length === 1;
  // "Sorted ascending", "worst first": those ten the other way round.
  if (isList && previous.order === 'desc' && turnedRound.test(sentence))
    return `those, ${/worst/i.test(sentence) ? 'worst' : 'lowest'} first`;
  return isList && besideTime.test(sentence) ? `${sentence.replace(/\W*$/, '')} of those` : sentence;
}

const turnedRound =
  /^(?:(?:and|now|but|ok|please|show|list|sort|sorted|order|ordered|put|it|them|these|those|rank|ranked),? )*(?:(?:in |by )?(?:an? )?(?:ascending|asc|increasing|reverse)(?: order)?|reversed|(?:from )?(?:lowest|smallest|worst|least|weakest)(?: (?:one|ones))?(?: to (?:highest|biggest|largest|best|most)| first| at the top))\W*$/i;

const time = `(?:(?:the )?(?:(?:same|last|previous|prior|preceding) )*(?:year|quarter|month|week|period|time)\\b[\\w ']*|(?:a|one|the) (?:year|quarter|month|week) (?:ago|before|earlier)|(?:${shortMonths})[a-z]*(?: \\d{4})?|q[1-4](?: \\d{4})?|(?:19|20)\\d\\d|yesterday)`;
const growth =
  "(?:(?:the |what(?:[’']s| is| was) the )?(?:growth|change|development|increase|decrease|difference)(?: in (?:\\w+|%))? ?)";
const besideTime = new RegExp(
  `^(?:(?:and|now|but|ok|please|show(?: me)?),? )*(?:${growth}?(?:compared?(?: (?:it|that|this))?(?: (?:to|with|against))?|vs\\.?|versus|against|over|since) ${time}|${growth}(?:year (?:on|over) year|yoy)?|year (?:on|over) year|yoy)\\W*$`,
  'i',
);
