import type { Question } from '../question/question.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import { tellPlainly } from './acts.ts';
import { sayOfEnough } from './ask-cover.ts';
import { askOfStock } from './ask-stock.ts';
import { sayOfLastFigure } from './by-last-figure.ts';
import { goDeeper } from './go-deeper.ts';
import { toJoining } from './join-last.ts';
import { nameEach } from './name-each.ts';
import { nameShare, nameUnit } from './name-unit.ts';
import { ofEachTime } from './of-each-time.ts';
import { askInFull } from './question-words.ts';
import { rankAnew } from './rank-anew.ts';
import { sayOfFirst } from './say-of-first.ts';
import { sayOfLast } from './say-of-last.ts';
import { sayOfClass, sayOfList } from './say-of-list.ts';
import { sayOfLost } from './say-of-lost.ts';
import { sayOfMove } from './say-of-move.ts';
import { sayOfOne } from './say-of-one.ts';
import { sayOfOtherTime } from './say-of-other-time.ts';
import { sayOfTwo } from './say-of-two.ts';
import type { Subject } from './subject.ts';
import { sayOfWhich } from './which-of-it.ts';

/** A follow-up with what it leaves to the last question: what it does with it, what it asks for, and of which figure. */
export function writeInFull(
  sentence: string,
  subject: Subject,
  previous: Question,
  vocabulary: Vocabulary,
): string {
  const deeper = ofEachTime(goDeeper(sentence, previous, vocabulary), previous);
  const last = sayOfLast(tellPlainly(deeper), subject, previous, vocabulary);
  const asked = sayOfWhich(last, subject, false);
  const each = nameEach(asked, subject, previous, vocabulary);
  const told = nameShare(
    sayOfOtherTime(toJoining(sayOfMove(each, previous), subject), previous),
    previous,
    vocabulary,
  );
  const plain = rankAnew(sayOfOne(sayOfEnough(sayOfTwo(told, previous), previous), previous), previous);
  const listed = sayOfList(sayOfClass(sayOfLost(plain, previous), previous), previous);
  const own = sayOfFirst(sayOfLastFigure(listed, previous, vocabulary), previous);
  return nameUnit(askInFull(askOfStock(own, previous), previous), previous, vocabulary);
}
