import { chooseTool } from './choose-measures.ts';
import type { Parts } from './parts.ts';
import type { Question } from './question.ts';
import type { Vocabulary } from './read-declarations.ts';

/** A question of which a part would be left out by every figure here: said, instead of answered without it. */
export function toUnheeded(parts: Parts, vocabulary: Vocabulary): Question | null {
  const stock = holdsStock(parts, vocabulary) || /^do (we|i) have enough/.test(parts.text);
  const words = parts.leftover.filter((word) => !isHeeded(word.toLowerCase(), parts, stock));
  // What is left over may belong to a name: "Rain Barrel 300 L".
  const names = parts.names;
  if (words.length > 0) return { kind: 'unheeded', words, names };
  if (parts.focus.has('exclude') && !parts.names.some(({ excluded }) => excluded) && !excludesDay(parts))
    return { kind: 'unheeded', words: [excluding.exec(parts.text)?.[0] ?? 'without'], names };
  return null;
}

const excluding =
  /\b(without|excluding|exclude|except|other than|not including|ignoring|leave out|leaving out|but not|apart from|minus)\b.*/;

function excludesDay({ filters }: Parts): boolean {
  return filters.some(({ op }) => op === 'is_not');
}

/** "At the end of last month" and "do we have enough?" are about stock; "below their reorder point" is what reordering is. */
function isHeeded(word: string, { reorder, report }: Parts, stock: boolean): boolean {
  if (stock && /^(end|enough|start|beginning)$/.test(word)) return true;
  return (reorder || report !== null) && /^(below|under|soon|first|before|too|enough|week|day)$/.test(word);
}

function holdsStock(parts: Parts, vocabulary: Vocabulary): boolean {
  const tool = chooseTool(parts, vocabulary);
  const measures = vocabulary.datasets.find((dataset) => dataset.tool === tool)?.measures ?? [];
  return measures.some(({ name }) => name === 'on_hand');
}
