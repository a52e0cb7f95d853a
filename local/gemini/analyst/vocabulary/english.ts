import nlp from 'compromise';
import dictionary from 'dictionary-en';
import nspell from 'nspell';
import { z } from 'zod';
import { remembered } from './remembered.ts';

// nspell reads Hunspell's dictionaries; compromise knows irregular verbs. Both are small, kept and free of dependencies of note.
const speller = nspell(Buffer.from(dictionary.aff), Buffer.from(dictionary.dic));

/** Whether a word in lower case stands in an English dictionary, in any of its forms: such a word is not misspelt. */
export const isEnglish = remembered((word) => word.length > 1 && speller.correct(word));

/** The words that a misspelt one may have been meant for, the likeliest first. The speller tries all letters in all places. */
export const suggestEnglish = remembered((word) => (/^[a-z]{4,14}$/.test(word) ? speller.suggest(word) : []));

/** Whether a word says how something is done: "urgently", but not "family". */
export const isAdverb = remembered(
  (word) => word.endsWith('ly') && isEnglish(word) && nlp(word).has('#Adverb'),
);

type Inflect = (verb: string, model: object) => unknown;
const methodsSchema = z.object({
  two: z.object({
    transform: z.object({
      verb: z.object({ conjugate: z.custom<Inflect>((it) => typeof it === 'function') }),
    }),
  }),
});
/** What compromise's `verbs().conjugate()` looks a verb up with: to read each verb as a text would take a thousand times as long. */
const { conjugate: inflect } = methodsSchema.parse(nlp.methods()).two.transform.verb;

/** All forms of a verb with what follows it: "bring in" is also "brings in", "brought in" and "bringing in". */
export function conjugate(verb: string): string[] {
  const [head = '', ...rest] = verb.split(' ');
  const { FutureTense: _, ...forms } = formsSchema.parse(inflect(head, nlp.model()));
  return [...new Set([head, ...Object.values(forms)])].map((form) => [form, ...rest].join(' '));
}

/** "Busier" of "busy"; null where English takes "more". */
export function degree(adjective: string, form: 'comparative' | 'superlative'): string | null {
  const spoken = nlp(adjective);
  spoken.tag('Adjective');
  const [forms = {}] = degreesSchema.parse(spoken.adjectives().conjugate());
  const written = forms[form === 'comparative' ? 'Comparative' : 'Superlative'];
  return written !== undefined && isEnglish(written) ? written : null;
}

const degreesSchema = z.array(z.record(z.string(), z.string()));

/** Whether something is said of something: "Orsini was late", but not "good morning". */
export const isStatement = (text: string): boolean => nlp(text).verbs().found;

/** Whether it tells of what was: "we opened in May", but not "the auditor comes". */
export const tellsPast = (text: string): boolean => nlp(text).has('#PastTense');

/** The things that a sentence speaks of, without articles and pronouns: "the online shop" of "we pushed the online shop hard". */
export function findNouns(sentence: string): string[] {
  const phrases = nounsSchema.parse(nlp(sentence).nouns().json());
  return phrases.flatMap(({ terms }) => {
    const isIdle = (tags: string[]) => tags.some((tag) => /^(Determiner|Pronoun|Possessive)$/.test(tag));
    const from = terms.findIndex(({ tags }) => !isIdle(tags));
    const to = terms.findLastIndex(({ tags }) => tags.includes('Noun') && !isIdle(tags));
    const words = terms.slice(from, to + 1).map(({ text }) => text);
    return from >= 0 && words.length > 0 ? [words.join(' ')] : [];
  });
}

const nounsSchema = z.array(
  z.object({ terms: z.array(z.object({ text: z.string(), tags: z.array(z.string()) })) }),
);
const formsSchema = z.record(z.string(), z.string());
