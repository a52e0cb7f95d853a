import { aboveOne, toNumber } from '../vocabulary/numbers.ts';

const tens = { twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 };
const scales: Record<string, number> = {
  ...{ hundred: 100, thousand: 1e3, grand: 1e3, lakh: 1e5, lakhs: 1e5, lac: 1e5, million: 1e6, crore: 1e7 },
  ...{ crores: 1e7, billion: 1e9 },
};
const small = `one|${aboveOne}`;
const ten = Object.keys(tens).join('|');
const word = `(?:${small}|${ten})`;
const scale = `(?:${Object.keys(scales).join('|')})`;
const units = small.split('|').slice(0, 9).join('|');
const start = `(?:half a|an?|a couple of|a couple|${word}(?:[- ](?:${units}))?|\\d+(?:\\.\\d+)?)`;
// "Between two hundred and five hundred" names two numbers.
const rest = `(?:[- ](?:and[- ])?${word}(?:[- ](?:${units}))?(?![- ](?:${scale}|${units})\\b))?`;
const compound = new RegExp(
  `(?<![\\p{L}\\p{N},.-])(?:(?:${ten})[- ](?:${units})|${start}[- ]${scale}(?:[- ]${scale})?${rest})(?![\\p{L}\\p{N}])`,
  'gu',
);

/** "Two hundred and fifty" is 250, "a thousand" 1000, "5 lakh" 500000, "half a dozen" 6; single words stay. */
export function withFigures(text: string): string {
  return (
    text
      // "Between 8 and 11 million"
      .replaceAll(
        /\b((?:between|from) \d[\d.]*)(?= (?:and|to) \d[\d.]* (thousand|million|billion|grand)\b)/gi,
        (_, low: string, factor: string) => `${low} ${factor}`,
      )
      .replaceAll(/\bhalf a dozen\b/gi, '6')
      .replaceAll(/\b(?:a|one) dozen\b/gi, '12')
      .replaceAll(compound, (spoken) => String(toValue(spoken) ?? spoken))
  );
}

function toValue(spoken: string): number | null {
  let [whole, part] = [0, 0];
  for (const piece of spoken
    .replace(/^half a/, '0.5')
    .replace(/^a couple(?: of)?/, '2')
    .split(/[- ]/)) {
    const factor = scales[piece];
    if (piece === 'and') continue;
    if (factor === undefined) {
      const value = piece === 'a' || piece === 'an' ? 1 : /^\d/.test(piece) ? Number(piece) : toNumber(piece);
      if (value === null || Number.isNaN(value)) return null;
      part += value;
    } else if (factor === 100) part = (part || 1) * 100;
    else {
      whole += (part || 1) * factor;
      part = 0;
    }
  }
  return whole + part;
}
