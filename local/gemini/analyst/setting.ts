import type { DataEnd } from './conversation/data-end.ts';
import type { Resolution } from './names/resolve-names.ts';
import type { Filter, Question } from './question/question.ts';
import type { Day } from './time/calendar.ts';
import type { Lexicon } from './vocabulary/lexicon.ts';
import type { Vocabulary } from './vocabulary/read-declarations.ts';

/** What a question is understood against. */
export type Setting = {
  vocabulary: Vocabulary;
  lexicon: Lexicon;
  today: Day;
  fiscalStartMonth: number;
  /** Of the amounts, as a code; null where nobody told. */
  currency: string | null;
};

/** A question with its names looked up, as far as that is done. */
export type Understood = {
  question: Question;
  resolution: Resolution;
  /** Set where the data ended long ago. */
  dataEnd: DataEnd | null;
  /** What was asked before it and not understood, where it is answered without that. */
  leftOut?: string;
  /** What the question before was narrowed to, where this one is not and does not say so. */
  notOnly?: Filter[];
};
