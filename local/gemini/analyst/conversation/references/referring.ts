import type { Meant } from '../../question/question.ts';
import type { Day } from '../../time/calendar.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { withoutNod } from '../in-full/tell-plainly.ts';
import { isOfNoTwo } from '../in-full/to-ends.ts';
import { writeInFull } from '../in-full/write-in-full.ts';
import type { Subject } from '../subject.ts';
import { referBack, type Unclear } from './refer-back.ts';
import { referToTime } from './refer-to-time.ts';

/** What the sentences of one turn refer to. */
export type Referring = {
  /** The sentence with names and times in the place of what refers to the last answer. */
  refer: (sentence: string, subject: Subject) => string | Unclear;
  /** The names that were written so far, and what they stand for. */
  meant: ReadonlyMap<string, Meant>;
  /** Whether a time was written so far. */
  namesTime: () => boolean;
};

/** @param today the day that "that week" and "the month before" are counted from where no answer has a time */
export function createReferring(today: Day, vocabulary: Vocabulary): Referring {
  const meant = new Map<string, Meant>();
  let namesTime = false;
  return {
    meant,
    namesTime: () => namesTime,
    refer(sentence, subject) {
      const { question } = subject;
      if (ownRows.test(sentence)) return sentence;
      if (subject.joins === 'apart' || isOfNoTwo(sentence, subject)) return { spoken: sentence, choices: [] };
      const said =
        question === null ? withoutNod(sentence) : writeInFull(sentence, subject, question, vocabulary);
      const timed = referToTime(said, subject, today);
      if (timed !== null && typeof timed !== 'string') return timed;
      if (timed !== null) namesTime = true;
      const referred = referBack(timed ?? said, subject);
      if ('spoken' in referred) return referred;
      for (const [text, one] of referred.meant) meant.set(text, one);
      return referred.sentence;
    },
  };
}

/** "Top 5 suppliers this year: what do they make together?" speaks of what it begins with itself. */
const ownRows =
  /^(?:the |our |my )?(?:top|best|bottom|biggest|largest|worst)\b[^:?.!]*: .*\b(?:they|them|their|these|those)\b/i;
