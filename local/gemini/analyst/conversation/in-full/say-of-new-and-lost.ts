import type { DataQuestion, Question } from '../../question/question.ts';
import { nameUnit } from '../../time/calendar.ts';
import { begins } from '../../vocabulary/lead.ts';
import { toWords } from '../../vocabulary/to-words.ts';
import type { Subject } from '../subject.ts';

/** "And lost ones?", after new customers: those that bought no more, in the same time; and the other way round. */
export function sayOfNewAndLost(sentence: string, previous: Question, { time: led }: Subject): string {
  // "Who stopped ordering?", after the orders of one segment: of that segment.
  if (previous.kind === 'data' && areLapsed.test(sentence)) return `lapsed customers${nameWhere(previous)}`;
  // "How many are new this year?", after how many customers there are.
  const isOfCustomers = previous.kind === 'data' && previous.measures[0] === 'customers';
  const [, time] = (isOfCustomers && areNew.exec(sentence)) || [];
  // After the best month, those of that month.
  const last = previous.kind === 'data' ? previous.periods[0]?.text : undefined;
  const then = led === null ? (last ?? '') : `in ${nameUnit(led.start, led.grain)}`;
  if (time !== undefined) return `how many new customers${whereOf(previous)} ${time || then}`;
  const isNew =
    previous.kind === 'data'
      ? previous.measures.includes('new_customers')
      : previous.kind === 'report' && previous.options.which === 'new';
  const isLost = previous.kind === 'report' && previous.options.which === 'lapsed';
  if (!('periods' in previous) || !(isNew || isLost)) return sentence;
  const of = previous.periods[0] ? ` ${previous.periods[0].text}` : '';
  if (isNew && stayed.test(sentence)) return `returning customers${of}`;
  // "How does that compare with September?", "what do they buy?"
  const [, other] = compares.exec(sentence) ?? [];
  if (other !== undefined) return `${isNew ? 'new' : 'lapsed'} customers${of} compared with ${other}`;
  if (isNew && theirs.test(sentence))
    return `${sentence.replace(/\W+$/, '').replace(theirs, '$1 new customers buy')}${of}`;
  const asked = isNew && lost.test(sentence) ? 'lapsed' : isLost && fresh.test(sentence) ? 'new' : null;
  if (asked === null) return sentence;
  const by = previous.kind === 'data' && previous.grain !== null ? ` by ${previous.grain}` : '';
  const [period] = previous.periods;
  return `${asked} customers${by}${whereOf(previous)}${period ? ` ${period.text}` : ''}`;
}

/** The one thing of customers that the last question was narrowed to. */
function nameWhere({ filters, tool }: DataQuestion): string {
  const [only, ...others] = filters.filter(({ dimension }) =>
    /^(?:customer_segment|region)$/.test(dimension),
  );
  const isOne = only?.op === 'is' && only.values.length === 1 && others.length === 0;
  return tool === 'query_sales' && isOne ? ` of ${toWords(only.dimension)} "${only.values[0]}"` : '';
}

/** What the last question was narrowed to; of the same message its names are not looked up yet. */
function whereOf(previous: Question): string {
  const isNarrowed = 'filters' in previous && previous.filters.length + previous.names.length > 0;
  return isNarrowed ? ' there' : '';
}

const areLapsed = begins(
  '(?:lapsed customers|who (?:has |have )?(?:stopped|quit|ceased) (?:buying|ordering)(?: from us)?) ?\\W*$',
);
const areNew = begins(
  '(?:how many|which|who)(?: of (?:them|those|these)| ones)? (?:are|were|is|was) new(?: ones)?\\b ?([^?.!]*)\\W*$',
);
const asks = (which: string) =>
  new RegExp(
    `^(?:(?:and|now|ok|but|what about|how about),? )*(?:the |our )?(?:${which})(?: (?:ones|customers|clients|buyers))?\\W*$`,
    'i',
  );
const lost = asks('lost|lapsed|inactive|gone|churned');
const stayed = asks('returning|existing|repeat|old|established|known|regular');
const compares = begins(
  '(?:how (?:does|do|did) (?:that|this|it|they|those) compare|(?:is|was) (?:that|this|it) (?:more|less|fewer|better|worse)) (?:with|to|than|against) (?:in )?([^?.!]+?)\\W*$',
);
const theirs =
  /\b(what (?:did|do)) (?:they|these|those)(?: customers| clients| ones)? (?:mostly |usually |mainly )?(?:buy|order|purchase)\b/i;
const fresh = asks('new|newly won|won');
