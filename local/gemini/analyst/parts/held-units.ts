import type { Reference } from '../vocabulary/lexicon.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import type { Parts } from './parts.ts';

/** "Articles in Sacramento with fewer than 100 units": units that lie in a warehouse are those on hand, in bounds as well. */
export function withHeld(parts: Parts, datasets: Vocabulary['datasets']): Parts {
  const tool = datasets.find(({ measures }) => measures.some(({ name }) => name === 'on_hand'))?.tool;
  const isNow = parts.time.periods.every(({ text }) => text === 'today') && parts.grain === null;
  const bounds = parts.conditions.filter(({ references }) => references !== null && isUnits(references));
  const isOther = (references: Reference[]) =>
    !isUnits(references) && references.some(({ name }) => name !== 'revenue');
  const says = bounds.length > 0 || parts.measures.some(isUnits);
  if (tool === undefined || !parts.held || !isNow || !says || parts.measures.some(isOther)) return parts;
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

function isUnits(references: Reference[]): boolean {
  return references.every(({ name }) => name === 'units');
}
