import type { Lexicon } from './lexicon.ts';
import type { Match } from './match-phrases.ts';
import { toNumber } from './numbers.ts';
import type { Parts } from './parts.ts';
import type { Token } from './words.ts';

/**
 * Where words and numbers stand that mean something and that no part of the question holds: "small" in "small orders", "third week" in
 * "the third week of May". A figure that leaves them out would answer another question.
 */
export function findLeftover(
  tokens: Token[],
  matches: Match[],
  used: ReadonlySet<number>,
  { meaningful }: Lexicon,
  parts: Parts,
): number[] {
  const isCompared =
    parts.focus.has('compare') ||
    parts.focus.has('change') ||
    parts.daySides.length > 0 ||
    parts.names.some(({ against }) => against);
  return tokens.flatMap(({ word, text }, at) => {
    if (used.has(at)) return [];
    const isNumber = /\d/.test(word) || (toNumber(word) !== null && word !== 'one');
    const before = tokens[at - 1]?.word ?? '';
    const isLetter = /^[b-hj-z]$/.test(word) && before !== 'class' && !/['’]/.test(text);
    if (!isNumber && !isLetter && !meaningful.has(word)) return [];
    const isMeant =
      (isCompared && comparative.test(word)) ||
      (parts.denies && negation.test(word)) ||
      // "Highest first", "tell me if", "half a year".
      (word === 'first' && isOrdered(matches, at)) ||
      (word === 'if' && /^(me|us|see|know|check|wondering|wonder|tell|sure)$/.test(before));
    return isMeant ? [] : [at];
  });
}

/** "Highest first", "worst margin first". */
function isOrdered(matches: Match[], at: number): boolean {
  const isOrder = (to: number) =>
    matches.some(({ concept, to: end }) => concept.kind === 'order' && end === to);
  const measure = matches.find(({ concept, to }) => concept.kind === 'measure' && to === at);
  return isOrder(at) || (measure !== undefined && isOrder(measure.from));
}

const comparative =
  /^(more|less|fewer|higher|lower|bigger|larger|smaller|better|worse|longer|shorter|stronger|weaker|greater|faster|slower|quicker|sooner|earlier|improved?|improving|worsen(ed)?|increase|decrease|grow|shrink)$/;

const negation =
  /^(no|not|never|none|nothing|zero|without|havent|hasnt|didnt|dont|doesnt|arent|isnt|wasnt|werent|ever)$/;
