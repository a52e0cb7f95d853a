import type { Reference } from '../vocabulary/lexicon.ts';
import type { Missing } from '../vocabulary/missing-topic.ts';
import type { Parts } from './parts.ts';

/**
 * "Transfers to Calgary" are what came in there, "from Calgary" what went out. A transfer is two moves of stock, each of one
 * warehouse: which ones belong together, "from Calgary to Halifax", is on no record.
 */
export function toTransfers(parts: Parts): Parts {
  const isSent = parts.measures.some((references) => references.some(isOut));
  const ways = new Set(parts.names.flatMap(({ way }) => way ?? []));
  // "How many units went to Calgary from Central DC?" is a route as well, whatever figure it was read for.
  const isOfUnits = parts.measures.length > 0 && parts.measures.flat().every(({ name }) => name === 'units');
  if (
    isOfUnits &&
    ways.has('to') &&
    ways.has('from') &&
    /\b(?:went|go|goes|gone|came|moved)\b/.test(parts.text)
  )
    return { ...parts, missing: { topic: routes, spoken: 'routes', names: [] } };
  const isBoth = bothWays.test(parts.text);
  if (!isSent || !(isBoth || ways.has('to') || ways.has('between'))) return parts;
  const isSaidOut = /\b(?:out|outgoing|outbound)\b(?! of\b)/.test(parts.text);
  const isRoute =
    !isBoth && (ways.has('between') || ways.has('from') || isSaidOut || bySite.test(parts.text));
  if (isRoute) return { ...parts, missing: { topic: routes, spoken: 'routes', names: [] } };
  const asIn = (references: Reference[]) =>
    references.map((one) => (isOut(one) ? { ...one, name: 'transferred_in' } : one));
  const measures = parts.measures.map((references) => asIn(references));
  return { ...parts, measures: isBoth ? [...measures, ...parts.measures] : measures };
}

/** "What did Northgate transfer to Southport?", "which warehouse transfers most to Southport?" */
const bySite =
  /\b(?:did|does|do|has|have) (?!we\b|i\b|you\b|they\b|anything\b|anyone\b|any\b)(?:[\w.-]+ ){1,4}transfer|\b(?:which|what) (?:warehouse|site|depot|location|store|branch)(?:e?s)? (?:did |does |do |has |have )?(?:transfer|sen[dt]|ship|mov)/;

const bothWays = /\b(?:to and from|from and to)\b/;

/** What only both warehouses of a transfer would tell. */
export const routes: Missing = {
  missing: 'record of which warehouse a transfer went to',
  nearest: 'How many units were transferred out by warehouse last month?',
};

function isOut({ name }: { name: string }): boolean {
  return name === 'transferred_out';
}
