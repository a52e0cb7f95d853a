import type { Condition } from './question.ts';
import type { Token } from './words.ts';

const comparisons: [RegExp, Condition['op']][] = [
  [/^(?:below|under|beneath) /, 'below'],
  [/^(?:less|fewer|lower|smaller|worse) than /, 'below'],
  [/^at most /, 'below'],
  [/^(?:above|over|exceeding|exceeds?) /, 'above'],
  [/^(?:more|greater|higher|larger|bigger|better) than /, 'above'],
  [/^at least /, 'above'],
];

/** Finds a bound such as "below 10 units", "over $5,000" or "above 30%". */
export function findConditions(
  tokens: Token[],
  sentence: string,
  used: ReadonlySet<number>,
): { condition: Condition | null; used: Set<number> } {
  for (let index = 0; index < tokens.length; index += 1) {
    if (used.has(index)) continue;
    const rest = `${tokens
      .slice(index, index + 4)
      .map((token) => token.word)
      .join(' ')} `;
    for (const [pattern, op] of comparisons) {
      const match = pattern.exec(rest);
      if (!match) continue;
      const at = index + match[0].trim().split(' ').length;
      const found = readNumber(tokens, at, sentence);
      if (found === null) continue;
      const taken = new Set<number>();
      for (let position = index; position < at + found.length; position += 1) taken.add(position);
      return { condition: { op, value: found.value }, used: taken };
    }
  }
  return { condition: null, used: new Set() };
}

function readNumber(tokens: Token[], at: number, sentence: string): { value: number; length: number } | null {
  const token = tokens[at];
  if (!token) return null;
  const text = /^[\d][\d,.]*(?:k|m|mn|million|thousand)?/i.exec(sentence.slice(token.start))?.[0] ?? '';
  const digits = Number.parseFloat(text.replaceAll(',', ''));
  if (Number.isNaN(digits)) return null;
  const end = token.start + text.length;
  const length = tokens.slice(at).filter((later) => later.start < end).length;
  const after = sentence.slice(end).trimStart().toLowerCase();
  if (/^(%|percent|per cent|pct)/.test(after))
    return { value: digits / 100, length: length + (after.startsWith('%') ? 0 : 1) };
  const spelled = /^(thousand|million|k|m)\b/.exec(after)?.[1] ?? '';
  const scale =
    /k|thousand/i.test(text) || /^(k|thousand)/.test(spelled)
      ? 1e3
      : /m/i.test(text) || /^m/.test(spelled)
        ? 1e6
        : 1;
  return { value: digits * scale, length: length + (spelled === '' ? 0 : 1) };
}
