import type { Parts } from '../../parts/parts.ts';

/** "Which brands sell better online than in stores?" asks for a comparison within each of them. */
export function findComparedWithin(parts: Parts): string | null {
  const [, than = null] = comparative.exec(parts.text) ?? [];
  const sides = parts.names.filter(({ against }) => against).length;
  return !setsSides(parts) || (sides > 1 && parts.dimensions.length > 0) ? than : null;
}

const comparative = /\b(?:more|less|fewer|higher|lower|better|worse)\b.*\b(than .*)/;

/** Whether there is what "than" sets against each other: two times, two names or two figures. */
function setsSides({ time, names, measures, conditions, partBounds, filters, daySides }: Parts): boolean {
  return (
    time.periods.length + (time.versus ? 1 : 0) + (time.against ? 1 : 0) > 1 ||
    time.versus !== null ||
    time.against !== null ||
    names.some(({ against, own }) => against || own) ||
    measures.length > 1 ||
    conditions.length > 0 ||
    partBounds.length > 0 ||
    // "Lying for more than 180 days" is the measure.
    measures.flat().some(({ name }) => name.startsWith('aged_')) ||
    filters.length > 0 ||
    daySides.length > 0
  );
}
