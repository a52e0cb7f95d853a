import { chooseTool } from '../../parts/choose-measures.ts';
import type { Parts } from '../../parts/parts.ts';
import { findTerm, holdsStock } from '../../vocabulary/declared-terms.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import type { Question } from '../question.ts';
import { findUnheeded } from './find-unheeded.ts';

/** A question of which a part would be left out by every figure here: said, instead of answered without it. */
export function toUnheeded(parts: Parts, vocabulary: Vocabulary, previous: Question | null): Question | null {
  const refuse = (words: string[]): Question => ({
    kind: 'unheeded',
    words,
    // What is left over may belong to a name: "Rain Barrel 300 L".
    names: parts.names,
  });
  const stock =
    holdsStock(chooseTool(parts, vocabulary), vocabulary.datasets) ||
    /^do (we|i) have enough/.test(parts.text) ||
    isAboutStock(previous, vocabulary);
  const denied = describesDenial(parts, vocabulary);
  const words = parts.leftover.filter((word) => {
    const plain = word.toLowerCase().replace(/['’]/g, '');
    const contributes = /^contribut/.test(plain) && explainsChange(previous);
    // "All regions again", "the same for Bikes", "what do I need to order again?"
    const repeats =
      (/^(same|again)$/.test(plain) && (previous !== null || parts.reorder)) ||
      (plain === 'same' && parts.time.against !== null);
    // "And Orsini, is its lead time lower?", than what was told before.
    const compares = /^(higher|lower)$/.test(plain) && previous !== null && parts.names.length > 0;
    // "Revenue too", "without Tools too"
    const adds = plain === 'too' && previous !== null && parts.measures.length + parts.names.length > 0;
    return (
      !adds &&
      !compares &&
      !isHeeded(plain, parts, stock) &&
      !(denied && negation.test(plain)) &&
      !contributes &&
      !repeats
    );
  });
  const other = findOtherSide(parts, previous);
  if (words.length > 0 || other !== null) return refuse(other === null ? words : [other]);
  const unheeded = findUnheeded({ parts, previous, vocabulary, stock });
  return unheeded === null ? null : refuse([unheeded]);
}

/** "Vs weekdays", after a figure of weekends, and "vs all hospitals", after that of one: no filter sets the two against each other. */
function findOtherSide({ text, names }: Parts, previous: Question | null): string | null {
  const [said] = otherSide.exec(text) ?? [];
  const isOfDay =
    previous?.kind === 'data' && previous.filters.some(({ dimension }) => dimension === 'weekday');
  return said !== undefined && previous !== null && (isOfDay || names.length > 0) ? said : null;
}

const otherSide = /^(?:and )?(?:vs\.?|versus|compared (?:to|with)|against) (?:all|week(?:day|end)s?)\b.*/;

/** "At the end of last month" and "do we have enough?" are about stock; "below their reorder point" is what reordering is. */
function isHeeded(
  word: string,
  { reorder, report, text, measures, names, dimensions, grain }: Parts,
  stock: boolean,
): boolean {
  if (/^contribute/.test(word)) return !/\bto (that|this|it)\b/.test(text);
  // "Days late or early": the mean of both.
  if (word === 'early') return measures.flat().some(({ name }) => name === 'delivery_delay');
  // "With wholesale, online and store separately"
  if (word === 'separately') return names.length > 1 || dimensions.length > 0 || grain !== null;
  // "Is that enough for December?" asks for more than what lies there.
  if (word === 'enough' && /\benough (?:for|until|till|through)\b/.test(text)) return reorder;
  if (stock && /^(end|enough)$/.test(word)) return true;
  return (
    (reorder || report !== null) &&
    /^(below|under|soon|first|before|too|enough|weeks?|days?|urgently|immediately|quickly)$/.test(word)
  );
}

/** "Which category contributed most to that?", after a change. */
function explainsChange(previous: Question | null): boolean {
  return previous?.kind === 'data' && (previous.changes || previous.compares || previous.against !== null);
}

const negation = /^(not|nothing|no|havent|hasnt|isnt|arent|wasnt|werent|didnt|yet)$/;

/** "Units on order that haven't arrived": the description of the measure says it already. */
function describesDenial({ measures }: Parts, { datasets }: Vocabulary): boolean {
  return measures.flat().some((one) => /\bnot\b/.test(findTerm(one, datasets)?.description ?? ''));
}

/** "And at the end of last month?", after a question about stock. */
function isAboutStock(previous: Question | null, { datasets }: Vocabulary): boolean {
  return previous?.kind === 'data' && holdsStock(previous.tool, datasets);
}
