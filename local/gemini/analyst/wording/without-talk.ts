import type { Lexicon } from '../vocabulary/lexicon.ts';
import { toAcknowledged } from './acknowledging.ts';
import { withBoundsJoined } from './bounds-apart.ts';
import { withoutFrames } from './frames.ts';
import { withJudgedTime } from './judged-times.ts';
import { inEnglishOrder } from './learner-forms.ts';
import { withBasis, withoutOccasion, withTopicTime } from './occasions.ts';
import { outsideQuotes } from './outside-quotes.ts';
import { withReasonApart } from './reasons.ts';
import { writeOut } from './short-forms.ts';
import { withTold } from './told.ts';
import { withTopic } from './topics.ts';

/** A message as a question that stands alone: without what is talked around it, and with what that names in its place. */
export function withoutTalk(message: string, lexicon: Lexicon): string {
  const acknowledged = toAcknowledged(message);
  if (acknowledged !== null) return acknowledged;
  return outsideQuotes(message.replace(quotedTerm, asTerm).replace(exactTerm, asTerm), (text) =>
    withBoundsJoined(
      withTold(
        withReasonApart(
          withTopic(
            withTopicTime(
              withoutFrames(withBasis(withoutOccasion(withJudgedTime(inEnglishOrder(writeOut(text)))))),
            ),
          ),
        ),
        lexicon,
      ),
    ),
  );
}

const asTerm = 'how is $1 defined?';

/** What exactly are "days of cover"? A term that is asked about is no name. */
const quotedTerm =
  /^\s*(?:and |so |ok,? )?(?:what(?: exactly)?(?:['’]?s| is| are)(?: exactly)?|define|explain|how (?:is|are)) (?:an? |the )?["“”]([^"“”]{2,40})["“”](?: (?:defined|calculated|measured|worked out))?(?: here| exactly)?\s*[?.!]*\s*$/i;
/** "What exactly is late from Sterling?" asks for what is in that state, and not for what the word means. */
const states =
  '(?:still |currently |now )*(?:late|overdue|delayed|open|outstanding|missing|due|coming|on order|out of stock|sold out|in stock|left|available|below|running)';
const exactTerm = new RegExp(
  `^\\s*(?:and |so |ok,? )?what exactly (?:is|are) (?:meant by |(?!(?:meant|${states})\\b))(?:an? |the )?((?!(?:our|my|your|this|last|it|that|those|these|they|we|you|i)\\b)[a-z -]{3,40}?)\\s*[?.!]*\\s*$`,
  'i',
);
