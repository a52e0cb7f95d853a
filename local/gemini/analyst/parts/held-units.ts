import { findTerm, findTool, toSibling } from '../vocabulary/declared-terms.ts';
import type { Reference } from '../vocabulary/lexicon.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import { isBareUnits } from './bare-units.ts';
import type { Parts } from './parts.ts';

/** "Articles in Sacramento with fewer than 100 units": units that lie in a warehouse are those on hand, in bounds as well. */
export function withHeld(parts: Parts, datasets: Vocabulary['datasets']): Parts {
  const tool = findTool('on_hand', datasets);
  const isNow = parts.time.periods.every(({ text }) => text === 'today') && parts.grain === null;
  const bounds = parts.conditions.filter(({ references }) => references !== null && isBareUnits(references));
  const isOther = (references: Reference[]) =>
    !isBareUnits(references) && references.some(({ name }) => name !== 'revenue');
  // "Warehouses with less than 1,000 units" are held to what lies in them.
  const isHeld = parts.held || (holders.test(parts.text) && !parts.focus.has('sell') && bounds.length > 0);
  // "How much Articaine is in Cold Chain?"
  const asksMuch = parts.measures.length === 0 && parts.held && liesThere.test(parts.text);
  const says = asksMuch || bounds.length > 0 || parts.measures.some(isBareUnits);
  if (tool === undefined || !isHeld || !isNow || !says || parts.measures.some(isOther)) return parts;
  const onHand = [{ tool, name: 'on_hand' }];
  const listed = parts.dimensions.length > 0 || bounds.length === 0 ? [] : [[{ tool, name: 'product' }]];
  return {
    ...parts,
    measures: [onHand],
    dimensions: [...parts.dimensions, ...listed],
    conditions: parts.conditions.map((one) => (bounds.includes(one) ? { ...one, references: onHand } : one)),
    focus: new Set([...parts.focus].filter((focus) => focus !== 'sell')),
  };
}

const liesThere = /\bhow much (?!of\b)[^,.?!]{2,60}? (?:is|are|was|were) (?:there )?(?:still )?(?:in|at)\b/;

const holders =
  /^(?:(?:which|what|list|show|our|the|all|me|of|how many) )*(?:warehouses?|sites?|depots?|locations?|distribution centers?) (?:(?:that|which) )?(?:with|have|has|hold|holds|holding|having|keep|keeps)\b/;

/** "More than 1,000 returns" is a number of pieces that came back, and no sum of money. */
export function withReturnedUnits(parts: Parts, datasets: Vocabulary['datasets']): Parts {
  if (!boundsReturns.test(parts.text)) return parts;
  const inUnits = (references: Reference[]) =>
    references.map((one) =>
      one.name === 'returns' ? { ...one, name: toSibling(one, 'units', datasets) ?? one.name } : one,
    );
  return {
    ...parts,
    measures: parts.measures.map(inUnits),
    conditions: parts.conditions.map((one) =>
      one.references !== null && one.unit === null ? { ...one, references: inUnits(one.references) } : one,
    ),
  };
}

const boundsReturns =
  /\b(?:than|least|most|over|under|above|below|exceed(?:ed)?|exactly) (?:[\d.,]+k?|[a-z]+(?: (?:hundred|thousand))?) (?:customer |product )?returns\b(?! (?:value|in (?:dollars|money|value)))/;

/** "Subcategories with under 2,700 pieces free": a bound belongs to the one figure that is in its unit. */
export function withUnitBounds(parts: Parts, datasets: Vocabulary['datasets']): Parts {
  const unitOf = (references: Reference[]) => {
    const units = new Set(references.map((one) => findTerm(one, datasets)?.unit));
    return units.size === 1 ? [...units][0] : undefined;
  };
  const named = parts.measures.filter((references) => !isBareUnits(references));
  const find = (unit: string) => {
    const [own, ...more] = named.filter((references) => unitOf(references) === unit);
    return more.length === 0 ? own : undefined;
  };
  const conditions = parts.conditions.map((condition) => {
    const { references, unit } = condition;
    const isBare = references !== null && isBareUnits(references);
    if (references !== null && !isBare) return condition;
    const wanted = isBare ? 'units' : unit === 'percent' ? 'fraction' : unit;
    const own = wanted === null ? undefined : find(wanted);
    return own ? { ...condition, references: own } : condition;
  });
  const isBound = conditions.some((condition, at) => condition !== parts.conditions[at]);
  // The noun of the bound is no figure beside it.
  return isBound ? { ...parts, conditions, measures: named.length > 0 ? named : parts.measures } : parts;
}
