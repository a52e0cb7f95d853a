import type { Lexicon } from '../vocabulary/lexicon.ts';
import { withBoundsJoined } from './bounds-apart.ts';
import { withoutFrames } from './frames.ts';
import { inEnglishOrder } from './learner-forms.ts';
import { outsideQuotes } from './outside-quotes.ts';
import { withReasonApart } from './reasons.ts';
import { writeOut } from './short-forms.ts';
import { withTold } from './told.ts';
import { withTopic } from './topics.ts';

/** A message as a question that stands alone: without what is talked around it, and with what that names in its place. */
export function withoutTalk(message: string, lexicon: Lexicon): string {
  return outsideQuotes(message.replace(quotedTerm, asTerm).replace(exactTerm, asTerm), (text) =>
    withBoundsJoined(
      withTold(withReasonApart(withTopic(withoutFrames(inEnglishOrder(writeOut(text))))), lexicon),
    ),
  );
}

const asTerm = 'how is $1 defined?';

/** What exactly are "days of cover"? A term that is asked about is no name. */
const quotedTerm =
  /^\s*(?:and |so |ok,? )?(?:what(?: exactly)?(?:['’]?s| is| are)(?: exactly)?|define|explain|how (?:is|are)) (?:an? |the )?["“”]([^"“”]{2,40})["“”](?: (?:defined|calculated|measured|worked out))?(?: here| exactly)?\s*[?.!]*\s*$/i;
const exactTerm =
  /^\s*(?:and |so |ok,? )?what exactly (?:is|are) (?:meant by )?(?:an? |the )?((?!(?:our|my|your|this|last|it|that|those|these|they)\b)[a-z -]{3,40}?)\s*[?.!]*\s*$/i;
