import { chooseTool } from './choose-measures.ts';
import type { Parts } from './parts.ts';
import type { Question } from './question.ts';
import type { Vocabulary } from './read-declarations.ts';

/** A question of which a part would be left out by every figure here: said, instead of answered without it. */
export function toUnheeded(parts: Parts, vocabulary: Vocabulary, previous: Question | null): Question | null {
  const refuse = (words: string[]): Question => ({
    kind: 'unheeded',
    words,
    // What is left over may belong to a name: "Rain Barrel 300 L".
    names: parts.names,
  });
  const stock = holdsStock(parts, vocabulary) || /^do (we|i) have enough/.test(parts.text);
  const denied = describesDenial(parts, vocabulary);
  const words = parts.leftover.filter((word) => {
    const plain = word.toLowerCase().replace(/['’]/g, '');
    const contributes = /^contribut/.test(plain) && explainsChange(previous);
    return !isHeeded(plain, parts, stock) && !(denied && negation.test(plain)) && !contributes;
  });
  if (words.length > 0) return refuse(words);
  const unplaced = parts.conditions.find(({ references }) => references === null);
  if (unplaced && parts.conditions.some(({ references }) => references !== null))
    return refuse([`${unplaced.op.replace('_', ' ')} ${unplaced.value}`]);
  const than = /\b(?:more|less|fewer|higher|lower|better|worse)\b.*\b(than .*)/.exec(parts.text)?.[1];
  if (than !== undefined && !setsSides(parts)) return refuse([than]);
  if (parts.focus.has('exclude') && !parts.names.some(({ excluded }) => excluded) && !excludesDay(parts))
    return refuse([excluding.exec(parts.text)?.[0] ?? 'without']);
  return null;
}

/** Whether there is what "than" sets against each other: two times, two names or two figures. */
function setsSides({ time, names, measures, conditions, filters }: Parts): boolean {
  return (
    time.periods.length + (time.versus ? 1 : 0) + (time.against ? 1 : 0) > 1 ||
    time.versus !== null ||
    time.against !== null ||
    names.some(({ against }) => against) ||
    measures.length > 1 ||
    conditions.length > 0 ||
    filters.length > 0
  );
}

const excluding =
  /\b(without|excluding|exclude|except|other than|not including|ignoring|leave out|leaving out|but not|apart from|minus)\b.*/;

function excludesDay({ filters }: Parts): boolean {
  return filters.some(({ op }) => op === 'is_not');
}

/** "At the end of last month" and "do we have enough?" are about stock; "below their reorder point" is what reordering is. */
function isHeeded(word: string, { reorder, report, text }: Parts, stock: boolean): boolean {
  if (/^contribute/.test(word)) return !/\bto (that|this|it)\b/.test(text);
  if (stock && /^(end|enough|start|beginning)$/.test(word)) return true;
  return (reorder || report !== null) && /^(below|under|soon|first|before|too|enough|week|day)$/.test(word);
}

/** "Which category contributed most to that?", after a change. */
function explainsChange(previous: Question | null): boolean {
  return previous?.kind === 'data' && (previous.changes || previous.compares || previous.against !== null);
}

const negation = /^(not|nothing|no|havent|hasnt|isnt|arent|wasnt|werent|didnt|yet)$/;

/** "Units on order that haven't arrived": the description of the measure says it already. */
function describesDenial({ measures }: Parts, { datasets }: Vocabulary): boolean {
  return measures.flat().some(({ tool, name }) => {
    const declared = datasets.find((dataset) => dataset.tool === tool)?.measures ?? [];
    return /\bnot\b/.test(declared.find((term) => term.name === name)?.description ?? '');
  });
}

function holdsStock(parts: Parts, vocabulary: Vocabulary): boolean {
  const tool = chooseTool(parts, vocabulary);
  const measures = vocabulary.datasets.find((dataset) => dataset.tool === tool)?.measures ?? [];
  return measures.some(({ name }) => name === 'on_hand');
}
