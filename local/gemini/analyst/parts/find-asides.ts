import { type Entry, toNameWords } from '../names/catalog-entries.ts';
import { tellsPast } from '../vocabulary/english.ts';
import { toLemma } from '../vocabulary/words.ts';
import { hasTime, type Parts } from './parts.ts';

/**
 * "We had 3 good months in summer. What was revenue in June?": a statement that asks nothing is left out before a question
 * that stands alone. One that has a time or a name which the question lacks may be meant by it: then it is "open".
 */
export function readAside(
  said: Parts,
  next: Parts | null,
  looksUp: (name: string) => Entry[] | null,
): 'aside' | 'open' | null {
  if (next === null || !asksFigure(next) || !states(said)) return null;
  // "We have a meeting on Monday": that is to come.
  const isToCome = /\b(?:\w+day|tomorrow|next)\b/.test(said.text) && !tellsPast(said.text);
  // "To restock Kitchen: what is low?" is of Kitchen, "before the meeting" of nothing that the catalog has.
  const isNamed = said.names.some(({ text, place, hint }) => {
    if (next.text.includes(text.toLowerCase())) return false;
    const isName =
      place || hint !== null || (/^\p{Lu}/u.test(text) && !said.text.startsWith(text.toLowerCase()));
    if (isName || !isReason(said)) return isName;
    return looksUp(text)?.some(({ name }) => isIn(text, name)) ?? true;
  });
  const isOpen =
    refers.test(next.text) ||
    isNamed ||
    (hasTime(said.time) && !(isReason(said) && isToCome) && !hasTime(next.time));
  // "Our returns went up in May. Was it Kitchen?" asks for both, where the first has a figure.
  if (tellsFigure(said) && (isOpen || !asks.test(next.text))) return null;
  // "We stopped selling desk lamps. How many are left?": of them, it seems.
  if (tellsFigure(said) && said.names.length > 0 && next.names.length === 0) return 'open';
  return isOpen ? 'open' : 'aside';
}

const asks = /^(?:what|which|how|who|whose|where|why|when|is|are|was|were|do|does|did|has|have)\b/;

/** Whether its words stand in a name: "tool" in "Cobalt Tool Works". */
function isIn(text: string, name: string): boolean {
  const words = new Set(toNameWords(name).map(toLemma));
  return toNameWords(text).every((word) => words.has(toLemma(word)));
}

/** A subject and what is said of it, not a question and not a wish. */
function states({ text }: Parts): boolean {
  return (
    (subject.test(text) || reason.test(text)) &&
    !text.includes('?') &&
    !/\b(show|give|tell|list|compare|want|need|would like)\b/.test(text)
  );
}

const subject =
  /^(?:(?:sorry|thanks|thank you|hi|hello|ok|okay|well|so|by the way|fyi),? )*(?:sorry|thanks|we|i|i'm|i've|we're|we've|they|he|she|it|it's|there|this|that|my|our|the|some|people|everyone|management|business)\b/;

/** "Since the auditor comes tomorrow", "to plan staff", "before I order", "Christmas is coming". */
const reason =
  /^(?:(?:and|so|ok|okay|well),? )*(?:(?:since|as|because|given|seeing|now that|considering|with|before|while|(?:in order )?to) \w+|.{3,40} is (?:coming|near|close|around|approaching|almost here|here|just around)\b)/;

function isReason({ text }: Parts): boolean {
  return reason.test(text) || /^(?:we|i)(?:['’]ve| have| am| are|['’]m|['’]re)\b/.test(text);
}

function asksFigure({ measures, dimensions, focus, reorder, report, order }: Parts): boolean {
  return (
    measures.length > 0 ||
    dimensions.length > 0 ||
    order !== null ||
    reorder ||
    report !== null ||
    focus.has('sell') ||
    focus.has('count')
  );
}

function tellsFigure({ measures, focus, reorder, report, order }: Parts): boolean {
  return measures.length > 0 || order !== null || reorder || report !== null || focus.has('sell');
}

const refers = /\b(it|them|they|those|these|that|there|then|its|their|theirs|same)\b/;
