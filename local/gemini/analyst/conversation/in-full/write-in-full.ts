import type { Question } from '../../question/question.ts';
import { lead } from '../../vocabulary/lead.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { sayOfWhich } from '../message/which-of-it.ts';
import type { Subject } from '../subject.ts';
import { sayOfEnough } from './ask-cover.ts';
import { askOfStock } from './ask-stock.ts';
import { goDeeper } from './go-deeper.ts';
import { toJoining } from './join-last.ts';
import { nameEach } from './name-each.ts';
import { nameShare, nameUnit } from './name-unit.ts';
import { ofEachTime } from './of-each-time.ts';
import { askInFull } from './question-words.ts';
import { rankAnew } from './rank-anew.ts';
import { sayOfChoice, sayOfSides } from './say-of-choice.ts';
import { sayOfCost } from './say-of-cost.ts';
import { sayOfDrag } from './say-of-drag.ts';
import { sayOfLast } from './say-of-last.ts';
import { sayOfLastFigure } from './say-of-last-figure.ts';
import { sayOfLeft } from './say-of-left.ts';
import { sayOfClass, sayOfList } from './say-of-list.ts';
import { sayOfMove } from './say-of-move.ts';
import { sayOfNewAndLost } from './say-of-new-and-lost.ts';
import { sayOfOtherTime } from './say-of-other-time.ts';
import { askLowestIn, sayOfRanking } from './say-of-ranking.ts';
import { sayOfReceipts } from './say-of-receipts.ts';
import { sayOfSuppliers } from './say-of-suppliers.ts';
import { sayOfTwo } from './say-of-two.ts';
import { tellPlainly } from './tell-plainly.ts';

type Step = (sentence: string, previous: Question, vocabulary: Vocabulary, subject: Subject) => string;

/** "The first of them" */
const ofThem = /\bthe (first|second|third|fourth|fifth|last) of (?:them|those|these)\b/i;

const whens = /\bwhen['’]?s (?=\S)/i;
/** "How long until more comes?" */
const untilMore =
  /\bhow (?:long|many days)(?: is it| will it be| does it take)? (?:until|till|before) (more|it|they|the rest|the next (?:one|lot|batch|delivery|shipment)) (?:comes?|arrives?|is here|gets here|is in)(?: in)?(?=\W*$)/i;
/** "What was ordered most?", after sales, are products. */
const orderedMost = new RegExp(
  `^(${lead})what ((?:was|were|is|are|has been|got) (?:ordered|bought|sold) (?:the )?(?:most|least)\\b)`,
  'i',
);

/** How a follow-up comes to stand in full: each step reads what the ones before it have written. */
const steps: Step[] = [
  (sentence) =>
    sentence
      .replace(ofThem, 'the $1 one')
      .replace(whens, 'when is ')
      .replace(untilMore, 'when will $1 come in'),
  (sentence, previous) =>
    previous.kind === 'data' && previous.tool === 'query_sales'
      ? sentence.replace(orderedMost, '$1which products $2')
      : sentence,
  // What it does with the last question.
  ...[askLowestIn, sayOfSides, sayOfSuppliers, goDeeper, ofEachTime, tellPlainly],
  // What it asks for, and of which rows.
  ...[sayOfReceipts, sayOfLast],
  (sentence, _previous, _vocabulary, subject) => sayOfWhich(sentence, subject, false),
  nameEach,
  (sentence, previous, _vocabulary, subject) => toJoining(sayOfMove(sentence, subject, previous), subject),
  ...[sayOfOtherTime, nameShare, sayOfChoice, sayOfTwo, sayOfEnough, sayOfCost, rankAnew],
  (sentence, previous, _vocabulary, subject) => sayOfNewAndLost(sentence, previous, subject),
  ...[sayOfClass, sayOfList, sayOfDrag, sayOfLastFigure, sayOfRanking, sayOfLeft, askOfStock],
  ...[askInFull, nameUnit],
];

/** A follow-up with what it leaves to the last question: what it does with it, what it asks for, and of which figure. */
export function writeInFull(
  sentence: string,
  subject: Subject,
  previous: Question,
  vocabulary: Vocabulary,
): string {
  return steps.reduce((said, step) => step(said, previous, vocabulary, subject), sentence);
}
