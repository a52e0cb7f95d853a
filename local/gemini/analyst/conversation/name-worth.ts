import type { Question } from '../question/question.ts';
import { findTerm, toSibling } from '../vocabulary/measure-siblings.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';

/** "And what are those worth?", "value?", after late orders: the figure of the same thing in money, by its name. */
export function nameWorth(sentence: string, previous: Question, { datasets }: Vocabulary): string {
  if (previous.kind !== 'data') return sentence;
  const { tool, measures } = previous;
  const inMoney = (name: string) =>
    findTerm({ tool, name }, datasets)?.unit === 'currency'
      ? name
      : toSibling({ tool, name }, 'currency', datasets);
  // "The average value" of orders has a name of its own.
  if (measures[0] === 'orders' && findTerm({ tool, name: 'average_order_value' }, datasets))
    return sentence.replace(/\baverage (?:worth|value|size)\b/i, 'average order value');
  const [money] = measures.flatMap((name) => inMoney(name) ?? []);
  return money === undefined ? sentence : sentence.replace(bare, money.replaceAll('_', ' '));
}

/** The word by itself, beside no other figure. */
const bare =
  /(?<=^|^["']|\b(?:the|their|its|that|those|it|they|them|these|this|total|and|what|is|are|was|were|in|by|overall|your|of|["”]) )(?:worth|value)(?=\s*[?.!,]|\s*$| (?:of (?:that|those|it|them|these|\w+ ["“]|\w+ \w+ ["“])|by|per|for|at|in|now|today)\b)/i;
