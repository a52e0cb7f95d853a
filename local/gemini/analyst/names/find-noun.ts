import type { Match } from '../vocabulary/match-phrases.ts';
import type { Token } from '../vocabulary/words.ts';
import type { NameRange } from './find-catalog-names.ts';

/**
 * "Store 12", "customer 4711", "territories 4 and 9": one of many by its number. The noun of the number at `index`; after a
 * plural at least two numbers.
 */
export function findNoun(
  tokens: Token[],
  index: number,
  matches: Match[],
  quoted: NameRange[],
): number | null {
  const isDigits = (at: number) => /^\d{1,4}$/.test(tokens[at]?.word ?? '');
  const joins = (at: number) => /^(and|or|vs|versus|to|with|against)$/.test(tokens[at]?.word ?? '');
  if (!isDigits(index)) return null;
  let at = index - 1;
  while (isDigits(at) || (joins(at) && isDigits(at - 1))) at -= 1;
  const noun = tokens[at];
  if (!noun || /^(by|per|each|every|top|best|bottom)$/.test(tokens[at - 1]?.word ?? '')) return null;
  const names = matches.some(
    ({ concept, from, to }) =>
      to === at + 1 && from === at && (concept.kind === 'dimension' || 'or' in concept),
  );
  const isFound = quoted.some(({ from, name }) => from === at && name !== undefined);
  if (!names && !isFound && !numberedThings.test(noun.lemma)) return null;
  const isList = at < index - 1 || isDigits(index + 1) || (joins(index + 1) && isDigits(index + 2));
  return noun.word === noun.lemma || isList ? at : null;
}

export function toSingular(noun: Token | undefined): string {
  return noun === undefined ? '' : noun.word === noun.lemma ? noun.text : noun.lemma;
}

const numberedThings =
  /^(store|shop|branch|outlet|site|plant|factory|machine|team|batch|lot|order|invoice|number|customer|client|account|supplier|vendor|warehouse|depot|region|district|zone|product|item|article|sku|route|truck)$/;
