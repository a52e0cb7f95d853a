import { asksForOne } from '../conversation/references/asks-for-one.ts';
import { findTool } from '../vocabulary/declared-terms.ts';
import type { Reference } from '../vocabulary/lexicon.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import { hasTime, type Parts } from './parts.ts';
import { withReceiptDays } from './to-purchasing.ts';

/**
 * "How many units arrived and how many were rejected in 2013?": the time at the end holds for both halves, and both are of the
 * same records where those have both. Stock is that of now unless its own half says otherwise.
 */
export function shareTime(
  parts: Parts,
  { before, next }: { before: Parts | null; next: Parts | null },
  { datasets }: Vocabulary,
): Parts {
  if (before && keepsNames(parts, before))
    return shareTime({ ...parts, names: before.names }, { before, next }, { datasets } as Vocabulary);
  if (before?.daysOf && parts.daysOf === null && toolOf(parts) === toolOf(before))
    return withReceiptDays(parts, before.text);
  // "How much did we sell and how much did we buy last month?" has its figure in the verb.
  const sells = parts.focus.has('sell') && asks.test(parts.text);
  if (next === null || (parts.measures.length === 0 && !sells)) return parts;
  const tool = toolOf(next);
  const isShared = (references: Reference[]) => references.some((reference) => reference.tool === tool);
  const measures = parts.measures.every(isShared)
    ? parts.measures.map((references) => references.filter((reference) => reference.tool === tool))
    : parts.measures;
  const stock = findTool('on_hand', datasets);
  const isStock = measures.some((references) => references.every((reference) => reference.tool === stock));
  const takes = !isStock && !saysWhen(parts) && next.time.periods.length > 0;
  const names = takes || (!saysWhen(parts) && !saysWhen(next)) ? findShared(parts, next) : [];
  return withReceiptDays({
    ...parts,
    measures,
    ...(takes && { time: next.time }),
    ...(names.length > 0 && { names }),
  });
}

/** "What did we receive from Northgate, and what did we send back this year?": of the same supplier. */
function keepsNames({ names, filters, dimensions, text, ...rest }: Parts, before: Parts): boolean {
  // "How many Kitchen products do we sell, and which one returns most?"
  const counts = before.measures.flat().some(({ name }) => /^(?:customers|products_sold)$/.test(name));
  const asksOne = (counts ? /^which (?:ones?|customer|product) (?!of\b)/ : /^which ones? (?!of\b)/).test(
    text,
  );
  const isUnnamed = names.length + filters.length === 0 && (dimensions.length === 0 || (counts && asksOne));
  const isBare = isUnnamed && (asks.test(text) || asksOne);
  const isOfAll = /\b(?:all|total|overall|altogether|everything|company|every\w*)\b/.test(text);
  const isKept = before.names.length > 0 && before.names.every(({ meant, excluded }) => !meant && !excluded);
  // "What is our most expensive whisky and how many do we have left?": of that one.
  const isOfOne = before.order !== null && asksForOne(before.text, null);
  const tool = toolOf({ ...rest, names, filters, dimensions, text });
  const isSame =
    (tool !== null && tool === toolOf(before)) || bareStock.test(text) || bareTrade.test(text) || asksOne;
  return isBare && !isOfAll && !isOfOne && isKept && isSame;
}

/** "Sales of Oak last month, and how much stock do we have?": of the same goods. */
const bareStock =
  /^how (?:much|many) (?:stock |inventory |units )?(?:do we have|have we got|is there|are there|is|are)(?: still)?(?: in stock| on hand| left)?\W*$/;

/** "How much oak do we have, and how much did we sell last month?" */
const bareTrade =
  /^how (?:much|many) (?:units )?(?:did|do|have|had) we (?:sell|sold|buy|bought|order|ordered|receive|received)\b/;

/** "How much did we buy and how much did we sell in Kitchen last month?": what is named once, at the end, is what both are of. */
function findShared(parts: Parts, next: Parts): Parts['names'] {
  const isBare =
    parts.names.length === 0 && parts.filters.length === 0 && parts.order === null && asks.test(parts.text);
  if (!isBare || !asks.test(next.text) || next.names.some(({ meant, excluded }) => meant || excluded))
    return [];
  const isOfBoth = ({ text }: Parts['names'][number]) => {
    const at = next.text.indexOf(text.toLowerCase());
    return at > 0 && /\b(?:in|of|for|at|with|on)(?: (?:the|our|all))? $/.test(next.text.slice(0, at));
  };
  return next.names.every(isOfBoth) ? next.names : [];
}

const asks = /^(?:how (?:much|many)|what) (?:[\w-]+ ){0,3}?(?:did|have|do|were|was|has|had)\b/;

/** The one tool that all measures of a half are of. */
function toolOf({ measures }: Parts): string | null {
  const tools = new Set(measures.flatMap((references) => references.map(({ tool }) => tool)));
  const [tool = null] = tools;
  return tools.size === 1 ? tool : null;
}

function saysWhen({ time, grain }: Parts): boolean {
  return hasTime(time) || time.future !== null || grain !== null;
}
