import type { Entry } from '../names/catalog-entries.ts';
import type { NameMention } from '../question/question.ts';
import { correctSpelling } from '../vocabulary/correct-spelling.ts';
import type { Lexicon } from '../vocabulary/lexicon.ts';
import { fold, toTokens } from '../vocabulary/words.ts';
import { normaliseQuestion } from './normalise-question.ts';

/**
 * A question with its misspelt words put right, so that all that follows reads one spelling. What was typed may be a name: it
 * is looked up, and stays as it is where the catalog has it.
 */
export function mendSpelling(
  text: string,
  lexicon: Lexicon,
  entries: Entry[],
): { text: string; doubts: NameMention[] } {
  const doubts: NameMention[] = [];
  let [mended, at] = ['', 0];
  for (const token of correctSpelling(toTokens(text), lexicon)) {
    // "Mths" is written short, not misspelt.
    const isShort = normaliseQuestion(token.text) !== token.text;
    if (!token.mended || isShort || /\p{Ll}\p{Lu}/u.test(token.text) || isNamed(token.text, entries))
      continue;
    // "suppliers" is corrected by its lemma.
    const plural = /s$/i.test(token.text) && !/s$/.test(token.word) ? `${token.word}s` : token.word;
    mended += text.slice(at, token.start) + plural;
    at = token.end;
    if (token.text.length > 3) doubts.push({ text: token.text, hint: null, excluded: false, optional: true });
  }
  return { text: mended + text.slice(at), doubts: doubts.slice(0, 3) };
}

function isNamed(typed: string, entries: Entry[]): boolean {
  return entries.some(({ name }) => fold(name).split(/\s+/).includes(fold(typed)));
}
