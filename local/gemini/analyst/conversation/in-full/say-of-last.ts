import type { DataQuestion, Question } from '../../question/question.ts';
import { begins, lead } from '../../vocabulary/lead.ts';
import { aboveOne } from '../../vocabulary/numbers.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { toWords } from '../../vocabulary/to-words.ts';
import type { Subject } from '../subject.ts';
import { findFigure } from './name-unit.ts';

/** What a short question leaves to the last answer: of which figure, and of which of its rows. */
export function sayOfLast(
  sentence: string,
  previous: Question,
  vocabulary: Vocabulary,
  subject: Subject,
): string {
  if (previous.kind !== 'data') return sentence;
  return withoutWhole(said(sentence, subject, previous, vocabulary), previous);
}

/** "What share of the North's revenue do the three make up?", after the three best of the North: of the revenue, which is narrowed to it. */
function withoutWhole(sentence: string, { filters, dimensions }: DataQuestion): string {
  const names = filters.flatMap(({ op, values, dimension }) =>
    op === 'is' && values.length === 1 && !dimensions.includes(dimension) ? values : [],
  );
  if (!ofRows.test(sentence) || !sharesOf.test(sentence)) return sentence;
  return names.reduce(
    (text, name) =>
      text.replace(
        new RegExp(
          `(?<=\\bof )(?:(?:the|our|all|total) )*${toPattern(name)}(?:['’]s?)?(?: (?:total|overall))? (?=\\p{L})(?!(?:is|are|was|were|do|does|did)\\b)`,
          'iu',
        ),
        'all ',
      ),
    sentence,
  );
}

const ofRows = new RegExp(`\\b(?:they|these|those|them|the (?:${aboveOne}|\\d+))\\b`, 'i');

function toPattern(name: string): string {
  return name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const sharesOf =
  /\b(?:what|which|how big a|how much) (?:(?:share|percentage|per ?cent|%|part|proportion|fraction) )?of\b/i;

function said(sentence: string, subject: Subject, previous: DataQuestion, vocabulary: Vocabulary): string {
  return (
    sayHowLate(sentence, previous) ??
    sayTotal(sentence, previous, vocabulary) ??
    sayWhich(sentence, previous) ??
    sayRanked(sentence, subject, previous) ??
    sayRate(sentence, previous, vocabulary) ??
    sayPart(sentence, subject, previous) ??
    sayShare(sentence, previous) ??
    sentence
  );
}

/** "By how many days?", after the suppliers that deliver late, or those that are late now. */
function sayHowLate(sentence: string, { tool, measures: [name = ''], dimensions }: DataQuestion) {
  if (tool !== 'get_purchase_orders' || !howLate.test(sentence)) return null;
  const isNow = /^late_(?:orders|lines|units|value)$/.test(name);
  // Of what is late now the most days are told, and no mean.
  if (isNow && howLate.exec(sentence)?.groups?.mean !== undefined) return null;
  if (!isNow && !/^(?:missed|on_time)_/.test(name)) return null;
  const figure = isNow ? 'days late' : 'average delivery delay';
  return dimensions.length > 0 ? `${figure} of each of them` : figure;
}

/** "How much in total?", after those that lost money: of those, and not of all. */
function sayTotal(sentence: string, previous: DataQuestion, vocabulary: Vocabulary) {
  const { conditions, dimensions, listed, measures } = previous;
  const units = inTotal.exec(sentence)?.groups?.units;
  const bare = bareTotal.exec(sentence);
  const own = bare?.groups?.own?.toLowerCase();
  // "Total revenue?", after a list by revenue.
  const isBare = bare !== null && (own === undefined || own === toWords(measures[0]));
  if (
    !(isBare || inTotal.test(sentence)) ||
    conditions.length === 0 ||
    dimensions.length !== 1 ||
    listed !== null
  )
    return null;
  if (isBare) return `total ${toWords(measures[0])} of those`;
  const figure = findFigure(units === undefined ? 'currency' : 'units', previous, vocabulary);
  return figure === null ? null : `total ${toWords(figure)} of those`;
}

/** "Which grew more against Q2?", after Kitchen and Garden: which of these. */
function sayWhich(sentence: string, { filters, dimensions }: DataQuestion) {
  const [set, ...others] = filters.filter(({ op, values }) => op === 'is' && values.length > 1);
  if (!set || others.length > 0 || dimensions.some((name) => name !== set.dimension)) return null;
  const { moved, rest = '' } = movedMore.exec(sentence)?.groups ?? {};
  return moved === undefined ? null : `which ${toWords(set.dimension)} ${moved} most${rest}`;
}

/** "Which one is the worst?", "sort by margin", after Kitchen against Home, or the share that is sold online: of these rows. */
function sayRanked(sentence: string, { rows }: Subject, { dimensions, filters, grain }: DataQuestion) {
  const [kind, ...others] = rows?.kinds ?? [];
  const isShown = kind !== undefined && others.length === 0 && kind.names.length > 1;
  const isNamed = filters.some(({ dimension, op }) => dimension === kind?.dimension && op === 'is');
  if (!isShown || !isNamed || dimensions.length > 0 || grain !== null) return null;
  const noun = toWords(kind.dimension);
  const { rank, figure } = (ranksOne.exec(sentence) ?? sortsRows.exec(sentence))?.groups ?? {};
  if (rank !== undefined) return `which ${noun} is the ${rank}`;
  return figure === undefined ? null : `${figure} by ${noun}`;
}

/** "What share of their purchases is that?", after the units that customers returned: the return rate of each. */
function sayRate(sentence: string, previous: DataQuestion, vocabulary: Vocabulary) {
  const isPart = /^(?:returns|returned_|rejected_|discount|gross_margin)/.test(previous.measures[0] ?? '');
  if (!isPart || !partOfTheirs.test(sentence)) return null;
  const rate = findFigure('fraction', previous, vocabulary);
  return rate === null ? null : `what is the ${toWords(rate)} of them`;
}

/** "What share of the South is it?", after the brand that sells best there: its part in the South, and not the South's part of it. */
function sayPart(sentence: string, { rows, asksOne }: Subject, previous: DataQuestion) {
  const { part, whole } = partOfThat.exec(sentence)?.groups ?? {};
  const [split, ...more] = previous.dimensions;
  const leader = rows?.kinds[0]?.names[0];
  const isOne = asksOne && leader !== undefined && (rows?.tied.length ?? 0) < 2 && more.length === 0;
  const where = findPlace(previous);
  if (part === undefined || !isOne || split === undefined || where === null) return null;
  if (whole !== undefined && whole.toLowerCase() !== where.name.toLowerCase()) return null;
  const figure = toWords(previous.measures[0]);
  return `what share of ${figure} in ${where.text} is ${toWords(split)} "${leader}"`;
}

/** The one thing that the last question is narrowed to; within one message it is not looked up yet. */
function findPlace({ filters, names }: DataQuestion): { name: string; text: string } | null {
  const [filter, ...others] = filters;
  if (filter === undefined) {
    const [own, ...more] = names;
    const isPlain = own !== undefined && more.length === 0 && !own.meant && !own.excluded;
    return isPlain ? { name: own.text, text: own.text } : null;
  }
  const [name = '', ...more] = filter.values;
  if (filter.op !== 'is' || others.length + more.length > 0) return null;
  return { name, text: `${toWords(filter.dimension)} "${name}"` };
}

/** "How has that share changed since last year?" */
function sayShare(sentence: string, { share, filters }: DataQuestion) {
  const [part, ...others] = filters.filter(({ op, values }) => op === 'is' && values.length === 1);
  if (!share || !part || others.length > 0) return null;
  const own = sentence.replace(
    movedShare,
    (_, asks: string) => `${asks}the share of ${toWords(part.dimension)} "${part.values[0]}" `,
  );
  // Of two years together it would be one share.
  return own === sentence ? null : own.replace(/\bsince last (?=(?:year|quarter|month)\b)/i, 'this ');
}

const it = '(?:it|that|this|they|those|them|these)';
const howLate = begins(
  `(?:(?:by )?how many days(?: late)?|how late|how long)(?: (?:is|are|was|were) ${it}(?: late| each)?| each| late)?(?<mean>,? (?:on average|usually|typically|as a rule))?\\W*$`,
);
const partOfTheirs = begins(
  `what (?:share|percentage|percent|proportion|part|fraction) of (?:(?:their|its|his|her) (?:\\w+ )?(?:purchases|orders|sales|revenue|turnover|units|spend(?:ing)?|deliveries|total)|(?:what|all that) (?:they|it|he|she|we)(?: (?:each|all|have|had))? (?:delivered|supplied|sent(?: us)?|shipped|bought|ordered|sold|received))(?: (?:is|was|are|were) ${it})?\\W*$`,
);
const partOfThat = begins(
  `what(?:['’]s| is| was)? (?:(?:its|his|their|the) )?(?<part>share|percentage|percent|proportion)(?: of (?:the |our )?(?!total\\b)(?<whole>[^?.!,]{2,30}?))?(?: (?:is|was|does|did) (?:it|that|this)(?: make| have| account for)?)?\\W*$`,
);
const inTotal = begins(
  `how (?:much(?: money)?|many (?<units>units|pieces))(?: (?:is|was|are|were|did|do|does|have|has) (?:${it}|(?:we|${it}) (?:lose|lost|make|made)))?,? (?:in total|in all|altogether|all together|together|overall)\\W*$`,
);
const ranksOne = begins(
  'which(?: one)? (?:is|was|are) (?:the )?(?<rank>worst|best|biggest|largest|smallest|highest|lowest|weakest|strongest)(?: one| of (?:them|the two|those))?\\W*$',
);
const sortsRows = begins(
  '(?:sort|sorted|rank|ranked|order|ordered)(?: (?:it|them|these|those))? by (?<figure>[a-z ]+?)\\W*$',
);
const bareTotal = begins(
  "(?:what(?:['’]s| is) )?(?:(?:the |their |all )?(?:sum|(?:grand )?total(?: (?<own>[a-z ]{3,20}?))?)|(?:all |added |both )?(?:together|combined|up)|in total|in all|altogether)(?: of (?:them|those|these|it|that)(?: all)?)?\\W*$",
);
const movedShare = new RegExp(
  `^(${lead}how (?:has|had|did) )(?:that|this|the|its|their|his) share (?=change|develop|move|evolve|grow)`,
  'i',
);
const movedMore = begins(
  'which(?: one)?(?: of (?:them|these|those|the two))? (?<moved>grew|gained|rose|increased|improved|fell|dropped|declined|lost|shrank|decreased) (?:the )?(?:more|most|faster|fastest)\\b(?<rest>.*)$',
);
