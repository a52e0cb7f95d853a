import type { Reference } from '../vocabulary/lexicon.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';

/** "Late lines as a percentage of open lines": the rate that is declared as the share of the one in the other. */
export function toDeclaredRate(
  of: Reference[],
  to: Reference[],
  datasets: Vocabulary['datasets'],
): Reference[] | null {
  const sortWords = (text: string) =>
    (text.toLowerCase().match(/[a-z]+/g) ?? [])
      .filter((word) => word !== 'the')
      .sort()
      .join(' ');
  const rates = of.flatMap(({ tool, name }) => {
    const divisor = to.find((one) => one.tool === tool)?.name;
    const declared = datasets.find((dataset) => dataset.tool === tool)?.measures ?? [];
    const rate = declared.find(({ unit, description }) => {
      const [, part = '', whole = ''] = /^([^,.]*) as a share of ([^,.]*)/.exec(description) ?? [];
      return (
        unit === 'fraction' &&
        sortWords(part) === sortWords(name) &&
        sortWords(whole) === sortWords(divisor ?? '')
      );
    });
    return rate ? [{ tool, name: rate.name }] : [];
  });
  return rates.length > 0 ? rates : null;
}
