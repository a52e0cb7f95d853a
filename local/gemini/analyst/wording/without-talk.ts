import type { Lexicon } from '../vocabulary/lexicon.ts';
import { withoutFrames } from './frames.ts';
import { inEnglishOrder } from './learner-forms.ts';
import { outsideQuotes } from './outside-quotes.ts';
import { writeOut } from './short-forms.ts';
import { withTold } from './told.ts';
import { withTopic } from './topics.ts';

/** A message as a question that stands alone: without what is talked around it, and with what that names in its place. */
export function withoutTalk(message: string, lexicon: Lexicon): string {
  return outsideQuotes(message, (text) =>
    withTold(withTopic(withoutFrames(inEnglishOrder(writeOut(text)))), lexicon),
  );
}
