import { findTerm, measuresOf } from '../vocabulary/declared-terms.ts';
import type { Reference } from '../vocabulary/lexicon.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import { toLemma } from '../vocabulary/words.ts';

/** "Late lines as a percentage of open lines", "revenue per order": what is declared as the one in the other, or per the other. */
export function toDeclaredRate(
  of: Reference[],
  to: Reference[],
  datasets: Vocabulary['datasets'],
): Reference[] | null {
  const sortWords = (text: string) =>
    (text.toLowerCase().match(/[a-z]+/g) ?? [])
      .filter((word) => word !== 'the')
      .map(toLemma)
      .sort()
      .join(' ');
  const rates = of.flatMap(({ tool, name }) => {
    const divisor = to.find((one) => one.tool === tool)?.name;
    const declared = measuresOf(tool, datasets);
    const rate = declared.find(({ unit, description }) => {
      const [, part = '', joint, whole = ''] =
        /^([^,.]*) (as a share of|per) ([^,.]*)/.exec(description) ?? [];
      return (
        (unit === 'fraction') === (joint !== 'per') &&
        sortWords(part) === sortWords(name) &&
        sortWords(whole) === sortWords(divisor ?? '')
      );
    });
    return rate ? [{ tool, name: rate.name }] : [];
  });
  return rates.length > 0 ? rates : null;
}

/** "Average price per unit", "list price per piece": what is meant of one unit already. */
export function isOfOneUnit(
  mentions: Reference[][],
  per: Reference[] | null,
  datasets: Vocabulary['datasets'],
): boolean {
  const ofUnits = per?.every(({ name }) => name === 'units') ?? false;
  const isOfOne = (one: Reference) =>
    one.name === 'list_price' || /\b(?:per|of one) unit\b/i.test(findTerm(one, datasets)?.description ?? '');
  return ofUnits && mentions.length > 0 && mentions.flat().every(isOfOne);
}
