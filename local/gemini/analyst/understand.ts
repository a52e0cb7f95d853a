import type { Day } from './calendar.ts';
import { readFound } from './catalog-entries.ts';
import { countFrom, type DataEnd, findDataEnd } from './data-end.ts';
import { readAside } from './find-asides.ts';
import { findPeriods } from './find-periods.ts';
import { isFollowUp } from './follow-up.ts';
import type { Lexicon } from './lexicon.ts';
import { normaliseQuestion } from './normalise-question.ts';
import { parseParts } from './parse-parts.ts';
import type { Parts } from './parts.ts';
import type { Filter, Question } from './question.ts';
import type { Vocabulary } from './read-declarations.ts';
import type { PastTurn } from './read-steps.ts';
import { referBack, referWithin } from './refer-back.ts';
import { refineMeasures } from './refine-measures.ts';
import { unlikeSides } from './refuse-question.ts';
import { mergeFilters, type Resolution, resolveNames } from './resolve-names.ts';
import { toSentences } from './sentences.ts';
import { toNameSides } from './sides.ts';
import { splitByTool, withSplit } from './split-parts.ts';
import { toPurchasing } from './to-purchasing.ts';
import { toQuestion } from './to-question.ts';
import { toTokens } from './words.ts';

export type Setting = { vocabulary: Vocabulary; lexicon: Lexicon; today: Day; fiscalStartMonth: number };

/** A question with its names looked up, as far as that is done. */
export type Understood = {
  question: Question;
  resolution: Resolution;
  /** Set where the data ended long ago. */
  dataEnd: DataEnd | null;
};

/** Understands the last turn of a conversation: each earlier one sets what a follow-up may leave out. */
export function understand(turns: PastTurn[], setting: Setting): Understood[] {
  let previous: Question | null = null;
  let understood: Understood[] = [];
  for (const [index, turn] of turns.entries()) {
    const last = findDataEnd(turns.slice(0, index + 1), setting.today);
    understood = understandTurn(turn, { turn: turns[index - 1] ?? null, question: previous }, setting, last);
    const data = understood.findLast(({ question }) => keepsContext(question));
    previous = data?.question ?? previous;
  }
  return understood;
}

function keepsContext({ kind }: Question): boolean {
  return kind === 'data' || kind === 'reorder' || kind === 'overview' || kind === 'report';
}

type Earlier = { turn: PastTurn | null; question: Question | null };

function understandTurn(
  turn: PastTurn,
  earlier: Earlier,
  { vocabulary, lexicon, fiscalStartMonth, ...setting }: Setting,
  last: Day | null,
): Understood[] {
  const previous = earlier.question;
  const asked = referBack(turn.question, earlier.turn);
  if (typeof asked !== 'string') return [resolve({ kind: 'which', ...asked }, turn, null)];
  const questions: Question[] = [];
  const sentences = toSentences(normaliseQuestion(asked));
  const dataEnd =
    last === null
      ? null
      : countFrom(last, setting.today, (day) =>
          findPeriods(toTokens(sentences.join(' ')), day, fiscalStartMonth),
        );
  const asOf = { today: dataEnd?.today ?? setting.today, last };
  const parse = (sentence: string) =>
    parseParts(sentence, lexicon, asOf.today, fiscalStartMonth, readFound(turn.steps));
  for (const [index, spoken] of sentences.entries()) {
    const sentence = index === 0 ? spoken : referWithin(spoken, sentences[index - 1] ?? '', turn);
    if (sentence === null) break;
    const read = parse(sentence);
    const next = sentences[index + 1];
    const aside = readAside(read, next === undefined ? null : parse(next));
    if (aside === 'open') questions.push({ kind: 'unheeded', words: [sentence], names: read.names });
    if (aside !== null) continue;
    const parts = refineMeasures(
      toPurchasing(withSplit(read, vocabulary), vocabulary, asOf.today),
      vocabulary,
    );
    if (parts.words === 0) continue;
    const before = questions.at(-1) ?? null;
    const { own, others } = splitByTool(parts, vocabulary);
    const fresh = toQuestion(own, before ?? previous, vocabulary, asOf);
    const said = { parts, before, previous: asked === turn.question ? null : previous };
    const question = withDoubts(
      withTimeBefore(withNamesBefore(fresh, parts, before), said, vocabulary),
      parts,
    );
    // A second sentence may only add to the first: "Sales last month. Show a table."
    const refines =
      before !== null &&
      keepsContext(before) &&
      isFollowUp(parts, before) &&
      keepsContext(question) &&
      parts.measures.length === 0;
    if (refines) questions[questions.length - 1] = question;
    else questions.push(question);
    // "Revenue and stock value by category" needs two tools: two questions.
    const other = others && question.kind === 'data' ? toQuestion(others, question, vocabulary, asOf) : null;
    // Half an answer to one sentence would be taken for the whole.
    if (other?.kind === 'missing' && !/\band\b/.test(parts.text)) questions[questions.length - 1] = other;
    else if (other) questions.push(other);
  }
  const real = questions.filter(({ kind }) => !['unclear', 'greeting', 'thanks'].includes(kind));
  // An answer to the rest would be taken for one to the whole.
  const unheeded = real.find(({ kind }) => kind === 'unheeded');
  const kept = unheeded ? [unheeded] : real.length > 0 ? real.slice(0, 3) : questions.slice(0, 1);
  return (kept.length > 0 ? kept : [{ kind: 'unclear' } satisfies Question]).flatMap((question) =>
    toSeparate(resolve(question, turn, dataEnd)),
  );
}

/**
 * "How many customers bought last quarter, and what did each spend?": what goes on without a time of its own has that of the
 * sentence before, or of the answer that it refers back to.
 */
function withTimeBefore(
  question: Question,
  { parts, before, previous }: { parts: Parts; before: Question | null; previous: Question | null },
  vocabulary: Vocabulary,
): Question {
  const source = before ?? previous;
  if (question.kind !== 'data' || source === null || !('periods' in source)) return question;
  const { time } = parts;
  const hasTime = time.periods.length > 0 || time.against !== null || time.versus !== null;
  const goesOn = before === null || refersBack.test(parts.text) || continues.test(parts.text);
  const isStock = vocabulary.datasets.some(
    ({ tool, measures }) => tool === question.tool && measures.some(({ name }) => name === 'on_hand'),
  );
  if (hasTime || isStock || question.periods.length > 0 || !goesOn) return question;
  const [measure] = question.measures;
  // "What did each spend on average?", after a number of customers.
  const each =
    source.kind === 'data' &&
    /\beach\b/.test(parts.text) &&
    measure !== undefined &&
    question.dimensions.length === 0
      ? (source.measures.find((name) => name === 'customers' || name === 'orders') ?? null)
      : null;
  return { ...question, periods: source.periods, per: question.per ?? each };
}

const refersBack = /\b(it|them|they|those|these|that|there|its|their|theirs|each)\b/;

/** "I need revenue and margin per subcategory", after a question, says what is wanted of it. */
const continues = /^(i need|i want|i would like|i'd like|show me|give me|please|sorted|split|broken down)\b/;

/** "Share of wholesale? Last 12 months": names of the same message are not looked up yet, so they are taken along. */
function withNamesBefore(question: Question, parts: Parts, last: Question | null): Question {
  if (last === null || !('names' in question) || !('names' in last)) return question;
  if (question.names === undefined || last.names === undefined) return question;
  const refers = refersBack.test(parts.text) || continues.test(parts.text);
  const follows = keepsContext(last) && (isFollowUp(parts, last) || (refers && question.names.length === 0));
  if (!follows || (question.kind !== 'data' && question.kind !== 'reorder')) return question;
  const own = question.names;
  return {
    ...question,
    names: [
      ...last.names.filter(({ hint }) => own.every((name) => name.hint !== hint || hint === null)),
      ...own,
    ],
  };
}

function withDoubts(question: Question, { doubts }: Parts): Question {
  if (question.kind === 'missing') return { ...question, names: [...(question.names ?? []), ...doubts] };
  if (!('names' in question) || question.names === undefined) return question;
  return { ...question, names: [...question.names, ...doubts] };
}

const mostNames = 6;

/** "Compare Mountain-200 Black with Mountain-200 Silver": names of several products each are read apart. */
function toSeparate(one: Understood): Understood[] {
  const { question } = one;
  if (question.kind !== 'data' || !question.compares || question.dimensions.length > 0) return [one];
  const several = question.filters.find(({ op, values }) => op === 'contains' && values.length > 1);
  if (!several) return [one];
  return several.values.slice(0, 3).map((value) => ({
    ...one,
    question: {
      ...question,
      compares: false,
      filters: question.filters.map((filter) =>
        filter === several ? { ...filter, values: [value] } : filter,
      ),
    },
  }));
}

/** "Top five schools": customers are ranked where the name says what kind of customers they are. */
function withRanked<Asked extends Question>(question: Asked, { found }: Resolution): Asked {
  if (question.kind !== 'data' || question.dimensions.join() !== 'product' || question.order === null)
    return question;
  // "Biggest reseller customer", too.
  const isKind = found.some(
    ({ mention, filter: { dimension } }) =>
      (mention.ranked && dimension === 'customer') ||
      ((mention.ranked || mention.hint === 'customer') && /^(channel|customer_segment)$/.test(dimension)),
  );
  return isKind ? { ...question, dimensions: ['customer'] } : question;
}

function resolve(question: Question, turn: PastTurn, dataEnd: DataEnd | null): Understood {
  const nothing: Resolution = { found: [], unknown: [], pending: [] };
  if (!('names' in question) || question.names === undefined)
    return { question, resolution: nothing, dataEnd };
  // So many unknown words are no question about this data.
  if (question.names.filter(({ optional }) => !optional).length > mostNames)
    return { question: { kind: 'unclear' }, resolution: nothing, dataEnd };
  const resolution = resolveNames(question.names, turn.steps);
  // Found in the catalog, it is read as a name the next time; else it stays refused.
  if (question.kind === 'missing' || question.kind === 'unheeded')
    return { question, resolution: { ...nothing, pending: resolution.pending }, dataEnd };
  // "What sells in the north but not in the south" sets two against each other that no filter can.
  const undone = resolution.found.find(
    ({ filter }) =>
      filter.op === 'is_not' &&
      resolution.found.some(({ filter: other }) => other.op === 'is' && other.dimension === filter.dimension),
  );
  if (undone)
    return {
      question: { kind: 'unheeded', words: [`not ${undone.mention.text}`], names: [] },
      resolution: nothing,
      dataEnd,
    };
  const apart = toNameSides(question, resolution.found);
  if (apart === 'refused') {
    const sides = resolution.found.flatMap(({ mention, filter }) =>
      mention.against ? [{ name: filter.values[0] ?? mention.text, dimension: filter.dimension }] : [],
    );
    return {
      question: { kind: 'missing', spoken: '', topic: unlikeSides(sides) },
      resolution: nothing,
      dataEnd,
    };
  }
  if (apart) return { question: apart, resolution, dataEnd };
  const filters: Filter[] = mergeFilters(question.filters, resolution.found);
  return { question: { ...withRanked(question, resolution), filters }, resolution, dataEnd };
}
