import { begins } from '../../vocabulary/lead.ts';
import { toWords } from '../../vocabulary/to-words.ts';
import { inTimeOf } from '../references/write-period.ts';
import type { Subject } from '../subject.ts';

/** "What's the gap between them?": how far the two that were told are apart. */
export function toApart(subject: Subject): string {
  return toEnds(subject) ?? 'compare them';
}

/** Whether it stays open which two of several are meant. */
export function isOfNoTwo(text: string, subject: Subject): boolean {
  const { question, rows, joins } = subject;
  const isOfTimes =
    question?.kind === 'data' &&
    (question.changes || question.against !== null || question.periods.length > 1 || question.grain !== null);
  const isOfMany = (rows?.kinds[0]?.names.length ?? 0) > 2;
  return joins === null && isOfMany && !isOfTimes && between.test(text) && toEnds(subject) === null;
}

const between = begins(
  "(?:what(?:['’]?s| is| was)|how (?:big|large|much) (?:is|was)) (?:the )?(?:difference|gap)(?: in [a-z ]{3,20})? between (?:them|those|these|the two|both)(?: two)?\\W*$",
);

/** "What's the gap between them?", after which sold most and then which sold least: these two. Null where no two were told. */
function toEnds({ question, before, rows }: Subject): string | null {
  if (question?.kind !== 'data' || before?.kind !== 'data' || rows === null || rows.isCut) return null;
  const isSame =
    question.measures.join() === before.measures.join() &&
    question.dimensions.join() === before.dimensions.join();
  const [kind] = rows.kinds;
  const ranked = rows.ranked.filter(({ name }) => name !== `No ${toWords(kind?.dimension)}`);
  const [most, second] = ranked;
  const [below, least] = ranked.slice(-2);
  const isTurned = [question.order, before.order].toSorted().join() === 'asc,desc';
  if (!isSame || !isTurned || ranked.length < 3 || !kind || !most || !least) return null;
  // Of several that lead together none is the one.
  if (most.value === second?.value || least.value === below?.value) return null;
  const name = toWords(kind.dimension);
  const figure = question.measures[0] === 'turnover' ? 'stock turnover' : toWords(question.measures[0]);
  return `${figure} of ${name} "${most.name}" versus ${name} "${least.name}"${inTimeOf(question)}`;
}
