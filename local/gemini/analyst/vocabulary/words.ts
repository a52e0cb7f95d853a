/** One word of a question. */
export type Token = {
  /** As typed. */
  text: string;
  /** Lower case, accents and possessive removed. */
  word: string;
  /** `word` without its plural. */
  lemma: string;
  /** Offsets into the question. */
  start: number;
  end: number;
  /** Whether it stands where a sentence begins. */
  opens: boolean;
  /** Whether `word` was mended: it may be a name as it was typed. */
  mended?: boolean;
};

/** "5,000" is one word. */
const wordPattern =
  /\d{1,3}(?:,\d{3})+(?![\p{L}\p{N},])|[\p{L}\p{N}]+(?:[-'’._/&][\p{L}\p{N}]+)*|[?!.;,"“”]/gu;

/**
 * The words of a question. Hyphenated words are taken apart ("best-selling"), codes and dates are not ("BK-R50",
 * "WH-NORTH", "2026-03-15").
 */
export function toTokens(question: string): Token[] {
  const tokens: Token[] = [];
  let opens = true;
  for (const { 0: text, index } of question.matchAll(wordPattern)) {
    // "Trikes, Inc.'s": what is left of an owner after a full stop.
    if (text === 's' && /['’]/.test(question.charAt(index - 1))) continue;
    if (/^[?!.;,"“”]$/.test(text)) {
      if (/[?!.;]/.test(text)) opens = true;
      continue;
    }
    const whole = isCode(text) || /['’&,]/.test(text);
    const pieces = whole ? [{ text, offset: 0 }] : toPieces(text);
    for (const piece of pieces) {
      tokens.push(toToken(piece.text, index + piece.offset, opens));
      opens = false;
    }
  }
  return tokens;
}

/** "T-shirt" is two words, "BK-M82S-44", "WH-NORTH", "2026-03" and "SKU_1" are codes. */
export function isCode(text: string): boolean {
  if (/\d/.test(text)) return /[\p{L}]/u.test(text) || /[-._/]/.test(text);
  return /^[\p{Lu}]{2,}([-_][\p{Lu}\p{N}]+)+$/u.test(text);
}

/** What tells goods of one name apart: "40W", "60x60", "2.5mm", "2.5", "E27". */
export function isSize(text: string): boolean {
  return /^\d+\.\d+$|^\d+(?:\.\d+)?(?:x\d+)*\p{L}{1,3}$|^\d+(?:x\d+)+$|^\p{L}{1,3}\d{1,2}$/u.test(text);
}

export function toLemma(word: string): string {
  const own = irregular[word];
  if (own !== undefined) return own;
  if (word.length < 4 || unchanged.has(word) || /(ss|us|is)$/.test(word)) return word;
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(x|ch|sh|ss|zz)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** "Rosé", "Château" */
export function hasAccent(text: string): boolean {
  return /\p{M}/u.test(text.normalize('NFD'));
}

const irregular: Record<string, string> = { skus: 'sku', pos: 'po' };
const unchanged = new Set([
  'this',
  'does',
  'was',
  'has',
  'always',
  'perhaps',
  'series',
  'news',
  'whereas',
  'yes',
]);

function toPieces(text: string): { text: string; offset: number }[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({ text: match[0], offset: match.index }));
}

function toToken(text: string, start: number, opens: boolean): Token {
  const word = fold(text)
    .replace(/(?<=\d),(?=\d)/g, '')
    .replace(/['’]s$|['’]$/, '')
    .replace(/['’]/g, '');
  return { text, word, lemma: toLemma(word), start, end: start + text.length, opens };
}
