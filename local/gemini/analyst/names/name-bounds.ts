import { isCode, isSize, type Token } from '../vocabulary/words.ts';
import type { NameRange } from './find-catalog-names.ts';

/** A piece of a word with a hyphen, of which the next piece is known to belong to a name. */
export function isHyphenated(
  index: number,
  sentence: string,
  tokens: Token[],
  used: ReadonlySet<number>,
): boolean {
  const [before, token] = [tokens[index - 1], tokens[index]];
  if (!before || !token || used.has(index - 1)) return false;
  return token.start === before.end + 1 && /[-/]/.test(sentence.charAt(before.end));
}

/** A code is a name by itself, a size is none ("LED Panel 60x60 40W"), and quotes end where they end. */
export function endsName(tokens: Token[], from: number, to: number, quoted: NameRange[]): boolean {
  const range = quoted.find((candidate) => from >= candidate.from && from < candidate.to);
  if (range) return to >= range.to;
  const next = tokens[to]?.text ?? '';
  const standsAlone = (text = '') => isCode(text) && !isSize(text);
  return (
    (standsAlone(tokens[from]?.text) && !/^\p{Lu}/u.test(next) && !isModelNumber(tokens, to)) ||
    standsAlone(next) ||
    quoted.some((other) => other.from === to)
  );
}

/** "Philly - watering", "kitchen / tools": a sign with spaces around it stands between two things; but "Paint - Black" is one. */
export function isSetApart(tokens: Token[], index: number, sentence: string): boolean {
  const [before, token] = [tokens[index - 1], tokens[index]];
  if (!before || !token || /^\p{Lu}/u.test(token.text)) return false;
  return /^\s+[-–—/|]\s+$/.test(sentence.slice(before.end, token.start));
}

/** "Bed & Bath", "Salt of the Earth": a joining word between two words with capitals belongs to the name. */
export function joins(tokens: Token[], index: number): boolean {
  const word = tokens[index]?.word ?? '';
  // "Compare Bikes with Components" names two.
  const setsApart = word === 'with' && tokens.some((token) => /^compar/.test(token.word));
  const between = /^(&|of|the|for|with)$/.test(word) && !setsApart;
  const capital = (token: Token | undefined) => /^\p{Lu}/u.test(token?.text ?? '');
  // "Sunda Down Pillow": a word with a capital between two of a name is one of it, whatever it means.
  const inside = between || capital(tokens[index]);
  return inside && capital(tokens[index - 1]) && capital(tokens[index + 1]);
}

/** "Road 150", "Desk Lamp 2", "Cable 2.5 mm"; but no size after a code. */
export function isModelNumber(tokens: Token[], index: number): boolean {
  const before = tokens[index - 1]?.text ?? '';
  const isNumber = /^\d{1,4}(?:\.\d{1,2})?$/.test(tokens[index]?.text ?? '');
  return isNumber && /^\p{Lu}/u.test(before) && !isCode(before);
}
