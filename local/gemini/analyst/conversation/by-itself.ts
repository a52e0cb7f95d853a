import type { Parts } from '../parts/parts.ts';
import { isOfNow } from '../parts/purchasing-figures.ts';
import type { Question } from '../question/question.ts';
import { holdsStock } from '../vocabulary/declared-terms.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import { toOpening } from '../wording/sentences.ts';
import { asks, leans } from './after-refusal.ts';
import { toTime } from './context/keep-rows.ts';
import { toolOf } from './context/with-context.ts';
import { plural, singular } from './references/nouns.ts';
import { speaksOfItself } from './references/of-itself.ts';
import { type Heard, keepsContext } from './thread.ts';

/** What a sentence says of its own: nothing of it is taken from the last question. */
export type Said = {
  figure: boolean;
  time: boolean;
  timeless: boolean;
  isCompared: boolean;
  split: boolean;
  names: boolean;
};

export function toSaid(
  { measures, time, dimensions, grain, names, focus, text }: Parts,
  vocabulary: Vocabulary,
): Said {
  const references = measures.flat();
  return {
    figure: measures.length > 0 || focus.has('sell') || /\b(?:sells?|sold|selling|buys?|bought)\b/.test(text),
    time: time.periods.length > 0,
    isCompared:
      time.periods.length > 1 || (time.periods.length === 1 && (time.against ?? time.versus) !== null),
    // What lies in stock, and what is open or late, is of now.
    timeless:
      references.length > 0 &&
      references.every(({ tool, name }) => holdsStock(tool, vocabulary.datasets) || isOfNow(name)),
    split: dimensions.length > 0 || grain !== null,
    names: names.length > 0,
  };
}

/**
 * The turn as it is heard by itself, where it does not go on from the last question: it speaks of what it has told itself; or it is a
 * whole question, with its figure and its time ("weekly revenue over the last 8 weeks", after the best customers); or it is one that
 * cannot be told of the last answer ("top five restaurants this year", after what to reorder). Null where it goes on. What the last
 * question was narrowed to is not lost by this: after the sales of Kitchen only what names something, or cannot be told of Kitchen, is
 * asked by itself.
 * @param heard the turn as it goes on from the last question
 * @param hear hears it by itself
 */
export function hearByItself(
  said: string,
  last: Question | null,
  heard: Heard,
  hear: () => Heard,
  vocabulary: Vocabulary,
): Heard | null {
  if (last === null) return null;
  const isOfItself = speaksOfItself(said.replace(setting, ''));
  const plain = withoutOwn(toOpening(said));
  if (!isOfItself && [leans, measuresBefore].some((one) => one.test(plain))) return null;
  const alone = hear();
  if (!isUnderstood(alone, vocabulary) || asksWhoOfThese(said, alone, last)) return null;
  const { figure, time, timeless, isCompared, split, names } = alone.says;
  const isNarrowed = 'filters' in last && last.filters.length + last.names.length > 0;
  const isSplit = split || names;
  const isOpened = asks.test(plain) || split || (names && isOfOther(alone, last));
  const hasFigure = figure || (isCompared && isOfSameFigure(alone, last));
  const isWhole = hasFigure && (time ? isOpened : figure && timeless && isSplit);
  const isFull = isCompared || (isSplit && (figure || time || /\bour\b/i.test(plain)));
  // "The two worst brands and the margin of each", after the sales of Kitchen, may be of Kitchen.
  const isRefused = isFull && !(isNarrowed && isOfItself) && !isUnderstood(heard, vocabulary);
  // "Revenue and margin of each" names none.
  const hasOwn = isOfItself && (isSplit || !/\beach\b/i.test(said));
  const isOfAll = !isNarrowed || names;
  const isOwn = hasOwn || isWhole || dropsOwn(alone, heard, last);
  return isRefused || (isOfAll && isOwn) ? alone : null;
}

/**
 * "Which three products came out on top in 2013?", after a comparison of two months: told of the last answer its time or its grain
 * would be lost.
 */
function dropsOwn(
  { understood: [one], says }: Heard,
  { understood: [told] }: Heard,
  last: Question,
): boolean {
  if (one?.question.kind !== 'data' || told?.question.kind !== 'data' || last.kind !== 'data') return false;
  const [own, other] = [one.question, told.question];
  const isTimeLost = says.time && toTime(own) !== toTime(other) && toTime(other) === toTime(last);
  const isGrainLost = says.split && own.grain !== null && other.grain === null;
  return isTimeLost || isGrainLost;
}

/** "Which subcategories are down on last year?", after revenue, is of revenue either way. */
function isOfSameFigure({ understood: [one] }: Heard, last: Question): boolean {
  return (
    one?.question.kind === 'data' &&
    last.kind === 'data' &&
    one.question.measures.join() === last.measures.slice(0, 1).join()
  );
}

/** "Who bought most in June?", after the five best customers, is one of them. */
function asksWhoOfThese(said: string, { understood: [one] }: Heard, last: Question): boolean {
  return (
    bareWho.test(said) &&
    one?.question.kind === 'data' &&
    last.kind === 'data' &&
    one.question.dimensions.join() === last.dimensions.join()
  );
}

const bareWho = new RegExp(`^who\\b(?!.*\\b(?:our|${singular}|${plural}s)\\b)`, 'i');

/** Sales, after orders or a list. */
function isOfOther({ understood: [one] }: Heard, last: Question): boolean {
  const isList = last.kind !== 'data' || last.listed !== null;
  return isList || (one?.question.kind === 'data' && one.question.tool !== last.tool);
}

/** "Did we do better last year?", "when is the next delivery?", "add last year" */
const measuresBefore =
  /^(?:add|change|swap|replace|keep|put|make|break|drill|sort|turn|set|use|go)\b|\b(?:better|worse|more|less|fewer|higher|lower|bigger|smaller)\b(?!.*\bthan\b)|\bnext (?:deliver|shipment|arrival|order)/i;

/** Without what sounds like a word for something said before: "for last month, how …", "in each region", "products that ran out". */
function withoutOwn(said: string): string {
  return said.replace(setting, '').replaceAll(ofItsOwn, '').replaceAll(ofThings, '$1');
}

/** "For last month, how does …" */
const setting = new RegExp(
  `^(?:for|in|over|during|at|from|per) [^,?!.]{3,40}, (?=${asks.source.replace('^', '')})`,
  'i',
);
const ofItsOwn = new RegExp(
  `\\beach (?:of (?:the|our) )?(?:${singular}|${plural}s|day|week|month|quarter|year)\\b|\\bnumber one\\b|\\bone (?:sum|figure|total|list|table)\\b|\\b(?:first|second|third) (?:half|quarter|week|month|day)\\b`,
  'gi',
);
const ofThings = new RegExp(`\\b((?:${plural}|unit|good|thing)s) that\\b`, 'gi');

/** Whether all of it can be answered, as far as that is known before it is read. */
function isUnderstood({ understood }: Heard, vocabulary: Vocabulary): boolean {
  return understood.every(({ question, resolution }) => {
    const takes = vocabulary.filters.get(toolOf(question));
    const isMisfit =
      'filters' in question &&
      question.filters.some(({ dimension }) => takes !== undefined && !takes.has(dimension));
    return keepsContext(question) && resolution.unknown.length === 0 && !isMisfit;
  });
}
