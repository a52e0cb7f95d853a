import type { Question } from '../../question/question.ts';
import { toWords } from '../../vocabulary/to-words.ts';

const share = '(?:share|percentage|percent|proportion|fraction|part|%)';
const people = '(?:customers|buyers|clients|shoppers)';
const ofThatTime = /\b(?:all (?:of )?)?that (day|week|month|quarter|year)['’]s? (?:overall |total )?(\w+)/i;
const ofPeople = new RegExp(
  `\\b${share} of (?:(?:all|the|our|total|each|every|that|of|day['’]s|week['’]s|month['’]s|quarter['’]s|year['’]s) )*${people}\\b`,
  'i',
);

/** "What share of that month's total is that?", after a figure by month: of each of them. */
export function ofEachTime(sentence: string, previous: Question): string {
  if (previous.kind !== 'data') return sentence;
  const { grain, measures } = previous;
  // New customers are a part of the customers, and that is a figure of its own.
  if (measures.join() === 'new_customers' && ofPeople.test(sentence))
    return 'and the share of new customers?';
  const [spoken, unit, noun = ''] = ofThatTime.exec(sentence) ?? [];
  if (
    spoken === undefined ||
    unit?.toLowerCase() !== grain ||
    !new RegExp(`\\b${share}\\b`, 'i').test(sentence)
  )
    return sentence;
  const figure = /^totals?$/i.test(noun) ? toWords(measures[0] ?? noun) : noun;
  return sentence
    .replace(spoken, `each ${grain}'s ${figure}`)
    .replace(/\b(?:part|fraction|proportion) of(?= each)/i, 'share of');
}
