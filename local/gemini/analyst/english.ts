import nlp from 'compromise';
import dictionary from 'dictionary-en';
import nspell from 'nspell';
import { z } from 'zod';

// nspell reads Hunspell's dictionaries; compromise knows irregular verbs. Both are small, kept and free of dependencies of note.
const speller = nspell(Buffer.from(dictionary.aff), Buffer.from(dictionary.dic));
const known = new Map<string, boolean>();

/** Whether a word in lower case stands in an English dictionary, in any of its forms: such a word is not misspelt. */
export function isEnglish(word: string): boolean {
  const before = known.get(word);
  if (before !== undefined) return before;
  const is = word.length > 1 && speller.correct(word);
  known.set(word, is);
  return is;
}

/** The words that a misspelt one may have been meant for, the likeliest first. */
export function suggestEnglish(word: string): string[] {
  return speller.suggest(word);
}

/** All forms of a verb with what follows it: "bring in" is also "brings in", "brought in" and "bringing in". */
export function conjugate(verb: string): string[] {
  const [head = '', ...rest] = verb.split(' ');
  const spoken = nlp(head);
  spoken.tag('Verb');
  const [{ FutureTense: _, ...forms } = {}] = formsSchema.parse(spoken.verbs().conjugate());
  return [...new Set([head, ...Object.values(forms)])].map((form) => [form, ...rest].join(' '));
}

const formsSchema = z.array(z.record(z.string(), z.string()));
