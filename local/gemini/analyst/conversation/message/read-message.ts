import { readFound } from '../../names/catalog-entries.ts';
import { parseParts } from '../../parts/parse-parts.ts';
import type { Parts } from '../../parts/parts.ts';
import { isOfOtherTool } from '../../question/gaps/find-ranked-elsewhere.ts';
import type { Question } from '../../question/question.ts';
import type { AsOf } from '../../question/to-report.ts';
import type { Setting } from '../../setting.ts';
import type { Day } from '../../time/calendar.ts';
import { findPeriods } from '../../time/find-periods.ts';
import { toTokens } from '../../vocabulary/words.ts';
import { toCrossed } from '../../wording/crossed.ts';
import { mendSpelling } from '../../wording/mend-spelling.ts';
import { normaliseQuestion } from '../../wording/normalise-question.ts';
import { type Sentence, toSentences } from '../../wording/sentences.ts';
import { isAboutOrders } from '../context/to-following.ts';
import { countFrom, type DataEnd } from '../data-end.ts';
import { tellState } from '../in-full/say-of-deliveries.ts';
import type { PastTurn } from '../read-steps.ts';
import type { Referring } from '../references/referring.ts';
import { toBothEnds } from './both-ends.ts';
import { toOfLeader } from './of-leader.ts';
import { toRankedAmong } from './rank-among.ts';
import { toRankFirst } from './rank-first.ts';
import { toRankMoved } from './rank-moved.ts';
import { toNestedRanking } from './rank-nested.ts';
import { toWhichOfIt } from './which-of-it.ts';

/** A message in plain words: its sentences, how each of them is read, and the days that it is meant of. */
export type Message = {
  sentences: Sentence[];
  /** @param source the question that the sentence may go on from */
  parse: (sentence: string, source: Question | null) => Parts;
  asOf: AsOf;
  dataEnd: DataEnd | null;
};

/** A turn as it is spoken, in plain words: what two halves share is said in both, and a ranking with more of its rows is two sentences. */
export function readMessage(
  said: string,
  { steps }: PastTurn,
  { meant }: Referring,
  { lexicon, today, fiscalStartMonth }: Setting,
  last: Day | null,
): Message {
  const found = readFound(steps);
  const { text, doubts } = mendSpelling(said, lexicon, found);
  const whole = normaliseQuestion(text);
  const find = (day: Day) => findPeriods(toTokens(whole), day, fiscalStartMonth);
  const dataEnd = last === null ? null : countFrom(last, today, find);
  const asOf = { today: dataEnd?.today ?? today, last };
  const parse = (sentence: string, source: Question | null) => {
    // What a pronoun was written as is a name, whatever its words mean: "Third Quarter Café".
    const spoken = [...meant.keys()].map((name) => ({ kind: '', id: '', name, code: '', match: 'exact' }));
    const known = [...found, ...spoken];
    const ofOrders = isAboutOrders(source);
    const told = ofOrders ? sentence : tellState(sentence);
    const parts = parseParts(told, lexicon, asOf.today, fiscalStartMonth, known, ofOrders);
    return { ...parts, doubts: [...parts.doubts, ...doubts] };
  };
  const isElsewhere = (text: string, ranks: 'sales' | 'orders') => isOfOtherTool(parse(text, null), ranks);
  const readNames = (text: string) => {
    const { names, time } = parse(text, null);
    return { names, times: time.periods.length };
  };
  const sentences = toSentences(whole)
    .flatMap((one) => toCrossed(one, readNames))
    .flatMap(toBothEnds)
    .flatMap(toOfLeader)
    .flatMap((one) => toRankFirst(one, isElsewhere))
    .flatMap(toRankedAmong)
    .flatMap(toRankMoved)
    .flatMap(toNestedRanking)
    .flatMap(toWhichOfIt);
  return { sentences, parse, asOf, dataEnd };
}
