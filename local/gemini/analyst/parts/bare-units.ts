import { findTerm, findTool, toSibling } from '../vocabulary/declared-terms.ts';
import type { Reference } from '../vocabulary/lexicon.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import type { Parts } from './parts.ts';

/** A noun of quantity belongs to the measure beside it: "units received" are not those sold, nor is stock in units. */
export function withoutBareUnits(
  mentions: Reference[][],
  { text }: Parts,
  datasets: Vocabulary['datasets'],
): Reference[][] {
  const isAged = (references: Reference[]) => references.some(({ name }) => name.startsWith('aged_'));
  // "Money tied up in stock over 180 days old" is that of the old stock alone.
  if (mentions.some(isAged)) {
    const isMoney = (references: Reference[]) =>
      references.some(({ name }) => name === 'stock_value' || name === 'revenue');
    const aged = mentions.filter(isAged);
    return mentions.some(isMoney) ? aged.map((references) => inUnit(references, 'currency', datasets)) : aged;
  }
  const [bare] = mentions.filter(isBareUnits);
  const specific = mentions.filter((references) => !isBareUnits(references));
  if (bare === undefined) return asksUnitsOf(mentions, text, datasets) ?? mentions;
  if (specific.length === 0) {
    const onHand = toOnHand(datasets);
    return holdsVerb.test(text) && onHand !== null ? [[onHand]] : mentions;
  }
  // "Returned products in units": of the one figure, that in units.
  const [own, ...more] = specific;
  const inUnits = own?.flatMap((reference) => {
    const name = toSibling(reference, 'units', datasets);
    return name === null ? [] : [{ ...reference, name }];
  });
  const asksUnits =
    /\bin (units|pieces)\b/.test(text) ||
    (countsUnits.test(text) && own?.every((one) => findTerm(one, datasets)?.unit === 'currency'));
  if (more.length === 0 && inUnits && inUnits.length > 0 && asksUnits) return [inUnits];
  const isElsewhere = specific.every((references) =>
    references.every(({ tool }) => bare.every((other) => other.tool !== tool)),
  );
  const isUnits = (reference: Reference) => findTerm(reference, datasets)?.unit === 'units';
  if (isElsewhere && !specific.some((references) => references.some(isUnits)))
    return specific.map((references) => inUnit(references, 'units', datasets));
  return isElsewhere || (countsUnits.test(text) && specific.some((references) => references.some(isUnits)))
    ? specific
    : mentions;
}

/** "Which products came back most, in pieces?": the one figure has another in units. */
function asksUnitsOf(
  [own = [], ...more]: Reference[][],
  text: string,
  datasets: Vocabulary['datasets'],
): Reference[][] | null {
  // "How many grills were returned?" is no question of money.
  const countsReturns =
    own.every(({ name }) => name === 'returns') && /\bhow many\b(?!.*([$€£]|dollars|worth|value))/.test(text);
  if (more.length > 0 || !(saysUnits.test(text) || countsReturns)) return null;
  const isMoney = own.every((one) => findTerm(one, datasets)?.unit === 'currency');
  const units = own.flatMap((one) => {
    const name = toSibling(one, 'units', datasets);
    return name === null ? [] : [{ ...one, name }];
  });
  return isMoney && units.length > 0 ? [units] : null;
}

const saysUnits = /\b(in|by) (units|pieces|pcs|bags)\b|\bhow many (\w+ ){0,3}(units|pieces|pcs|bags)\b/;

export function isBareUnits(references: Reference[]): boolean {
  return references.every(({ name }) => name === 'units');
}

function inUnit(
  references: Reference[],
  unit: 'units' | 'currency',
  datasets: Vocabulary['datasets'],
): Reference[] {
  return references.map((reference) => ({
    ...reference,
    name: toSibling(reference, unit, datasets) ?? reference.name,
  }));
}

const countsUnits =
  /\b(how many|number of|in|the|(?<!and (?:the )?)(?:most|fewest|least)) (units|pieces|bottles|cans|bags|packs|boxes|cases)\b|\b(units|pieces) (that )?(were|was|are|is|have been|got|came|come|went)\b/;

const holdsVerb =
  /\b(holds?|held|holding|sitting|lying|stored|keeps?|on (the |our )?shel(f|ves)|(do|did|does) \w+ have|have (we|they|i)( got)?|(we|they|i) have( got)?( left)?( there| here| now| at| in| on| of|\?|$)|(is|are|was|were) there)\b(?! (sold|bought|shipped|returned|moved|issued|transferred))/;

function toOnHand(datasets: Vocabulary['datasets']): Reference | null {
  const tool = findTool('on_hand', datasets);
  return tool === undefined ? null : { tool, name: 'on_hand' };
}
