import type { Parts } from '../../parts/parts.ts';
import { findTerm } from '../../vocabulary/declared-terms.ts';
import type { Missing } from '../../vocabulary/missing-topic.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import type { NameMention } from '../question.ts';

/** What a question asks for that the records do not have, by the word that says it. */
export type Refused = { spoken: string; topic: Missing; names?: NameMention[] };

export function refuse(spoken: string, missing: string, nearest: string): Refused {
  return { spoken, topic: { missing, nearest } };
}

/** "Orders without discount": the word is one of the measures that were named. */
export function isMeasure(word: string, { measures }: Parts, { datasets }: Vocabulary): boolean {
  const stem = word.replace(/s$/, '');
  return (
    measures.length > 1 &&
    measures.flat().some(({ tool, name }) => {
      const term = findTerm({ tool, name }, datasets);
      return [name, ...(term?.synonyms ?? [])].some((phrase) => phrase.startsWith(stem));
    })
  );
}
