import type { Day } from './calendar.ts';
import type { DataEnd } from './data-end.ts';
import type { Lexicon } from './lexicon.ts';
import type { Question } from './question.ts';
import type { Vocabulary } from './read-declarations.ts';
import type { Resolution } from './resolve-names.ts';

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
};
