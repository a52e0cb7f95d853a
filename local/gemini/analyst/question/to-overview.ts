import type { Parts } from '../parts/parts.ts';
import { joinAdjoining } from './bare-periods.ts';
import type { Question } from './question.ts';

/** A name and nothing else that is known is asked for an overview, but for words that ask something else of it. */
export function toOverview(parts: Parts): Question {
  const { text, names, time } = parts;
  if (/^(?:and )?who\b/.test(text)) return { kind: 'unclear' };
  if (asksOther(parts)) return { kind: 'unheeded', words: [sayBefore(parts)], names };
  // "Gingerbread syrup, November and December 2024"; it tells of one time only.
  const periods = joinAdjoining(time.periods);
  const [, second] = periods;
  if (second && !parts.focus.has('compare')) return { kind: 'unheeded', words: [second.spoken], names };
  return { kind: 'overview', names, filters: [], periods };
}

/** "Where do people use the quilts?" */
function asksOther({ text, focus, words, names }: Parts): boolean {
  if (focus.has('overview') || focus.has('compare') || focus.has('followup')) return false;
  if (/\b(?:buy|bought|buys|orders?|ordered|sells?|sold|spen[dt]|sales)\b/.test(text)) return false;
  const named = names.reduce((count, { text: name }) => count + name.split(/\s+/).length, 0);
  const asks =
    /^(?:and |so )?(?:whom|where|from|when|which|is|are|was|were|do|does|did|will|has|have|how (?:much|many|long|often))\b/;
  // "And which did Bikes?" has no verb of its own.
  const rest = words - named;
  return (asks.test(text) && rest > 3) || (/^(?:and |so )?what\b/.test(text) && rest > 4);
}

/** The words before the name, which ask something of it. */
function sayBefore({ text, names }: Parts): string {
  const [name] = names;
  const at = name ? text.indexOf(name.text.toLowerCase()) : -1;
  return at > 0 ? text.slice(0, at).trim() : text;
}

/** "Kitchen last month": all about it. */
export function isAboutName(parts: Parts, measures: string[], dimensions: string[]): boolean {
  const { time, conditions, names, grain, order, filters, focus, per } = parts;
  const asksMore = (['sell', 'why', 'change', 'average', 'compare'] as const).some((one) => focus.has(one));
  return (
    names.length > 0 &&
    // "Which white wines did restaurants buy?"
    !names.some(({ asked }) => asked) &&
    // "Park Electric per order" is one figure.
    [time.against, time.versus, grain, order, per].every((value) => value === null) &&
    [conditions, filters, measures, dimensions].every((list) => list.length === 0) &&
    !asksMore
  );
}
