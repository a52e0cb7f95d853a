import { finishQuestion } from './finish-question.ts';
import { mergeData, toData } from './merge-data.ts';
import type { Parts } from './parts.ts';
import type { Question } from './question.ts';
import type { Vocabulary } from './read-declarations.ts';

const cue =
  /^(and|also|only|just|now|then|instead|same|but|without|excluding|exclude|except|as|by|per|for|in|show (it|that|this|them|these|as)|what about|how about|make (it|that)|break|drill|split|again|ok|compare (it|that|this|them|with|to)|sort|plot (it|that|this)|chart (it|that)|why|with|versus|vs|the same|switch|change|over|since|from|draw (it|that))\b/;

/** Whether the parts change the last question rather than ask a new one. */
export function isFollowUp(parts: Parts, previous: Question): boolean {
  if (previous.kind !== 'data' && previous.kind !== 'reorder' && previous.kind !== 'overview') return false;
  const begins = cue.test(parts.opening) || /\b(instead|rather)\b/.test(parts.text);
  const changes = changesSomething(parts);
  // "Their total" was written out as the names of the rows that are meant.
  const writtenOut = parts.focus.has('total') && parts.names.some(({ hint }) => hint !== null);
  const refers = writtenOut || (/\b(that|it|those|them|this)\b/.test(parts.text) && parts.words <= 7);
  if (parts.measures.length > 0)
    return (
      refers ||
      (begins &&
        parts.words <= 8 &&
        parts.time.periods.length + parts.dimensions.length + parts.names.length <= 1)
    );
  // "Is that better than the same point last month?"
  if (changes && /^(is|was|how is|how was|how does|does|did) (that|this|it)\b/.test(parts.opening))
    return true;
  const asksChange = parts.focus.has('change') && parts.words <= 6 && previous.kind === 'data';
  if (!changes) return asksChange || (begins && parts.focus.has('why'));
  if (parts.focus.has('sell') && !begins) return false;
  return begins || parts.words <= 7;
}

function changesSomething(parts: Parts): boolean {
  return (
    parts.dimensions.length > 0 ||
    parts.grain !== null ||
    parts.time.periods.length > 0 ||
    parts.time.against !== null ||
    parts.time.versus !== null ||
    parts.names.length > 0 ||
    parts.filters.length > 0 ||
    parts.order !== null ||
    parts.chart !== null ||
    parts.conditions.length > 0 ||
    parts.limit !== null ||
    parts.focus.has('share') ||
    parts.focus.has('trend') ||
    parts.focus.has('total') ||
    parts.focus.has('why')
  );
}

/** The last question with the parts that the new one names. */
export function mergeFollowUp(parts: Parts, previous: Question, vocabulary: Vocabulary): Question {
  if (previous.kind === 'reorder') {
    const by = parts.dimensions.flatMap((references) => references[0]?.name ?? [])[0] ?? previous.by;
    return {
      ...previous,
      names: parts.names,
      filters: previous.filters,
      chart: parts.chart ?? previous.chart,
      limit: parts.limit ?? previous.limit,
      by,
    };
  }
  const before = previous.kind === 'data' ? previous : toData(previous, vocabulary);
  if (before === null) return { kind: 'unclear' };
  return finishQuestion(mergeData(parts, before, vocabulary), vocabulary);
}
