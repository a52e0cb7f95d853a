import type { Question } from '../question/question.ts';
import { findTerm } from '../vocabulary/measure-siblings.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';

/** Words that say another thing of some figures: the quickest of lead times is the lowest, and what is lost in stock is shrinkage. */
export function sayOfLastFigure(sentence: string, previous: Question, { datasets }: Vocabulary): string {
  if (previous.kind !== 'data') return sentence;
  const { tool, measures } = previous;
  const [name = ''] = measures;
  if (findTerm({ tool, name }, datasets)?.unit === 'days')
    return sentence
      .replace(/\b(?:quickest|fastest|speediest|shortest)\b/i, 'lowest')
      .replace(/\b(?:slowest|longest)\b/i, 'highest');
  // "The value of this stock", after what was not sold: of that, not of all.
  if (name.startsWith('unsold'))
    return sentence.replace(
      /\b(?:what(?: is|['’]s)|how much is) (?:the )?(?:total )?value of (?:it|(?:this|that|the) (?:stock|inventory|goods|stuff))\b/i,
      'what is it worth',
    );
  if (name.startsWith('shrinkage'))
    return sentence.replace(
      /\b(?:did|do|have) we (?:lose|lost) (?:the )?most(?: (?:money|units|of))?(?: (?:on|with|of|in))?\b/i,
      `have the highest ${name.replaceAll('_', ' ')}`,
    );
  return sentence;
}
