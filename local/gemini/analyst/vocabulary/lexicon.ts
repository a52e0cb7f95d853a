import type { Grain } from '../time/calendar.ts';
import { monthNames } from '../time/calendar.ts';
import { dimensionNames } from './dimension-words.ts';
import { adjectives, fillers, meaningful } from './fillers.ts';
import { type Focus, focusPhrases } from './focus-phrases.ts';
import type { Missing } from './missing-topic.ts';
import { missingTopics } from './missing-topics.ts';
import type { Term, Vocabulary } from './read-declarations.ts';
import { packNouns } from './sales-words.ts';
import { type ChartWish, chartPhrases, grainPhrases, orderPhrases } from './shape-phrases.ts';
import { measureNames, measureVerbs, reorderPhrases, weakWords } from './term-phrases.ts';
import { toWords } from './to-words.ts';
import { toTokens } from './words.ts';

/** A measure or dimension of one of the tools. */
export type Reference = { tool: string; name: string };

/** What a phrase stands for. */
export type Concept =
  /** `or`: the dimension that the same words may mean ("customers"). `verb`: meant only where no figure is named ("earned").
   * `packs`: what goods are counted in, unless the catalog has it as a name ("bags"); `unknown`, or something like it ("reels"). */
  | { kind: 'measure'; references: Reference[]; or?: Reference[]; verb?: true; packs?: true | 'unknown' }
  | { kind: 'dimension'; references: Reference[] }
  | { kind: 'grain'; grain: Grain }
  | { kind: 'chart'; chart: ChartWish }
  | { kind: 'order'; direction: 'asc' | 'desc' }
  | { kind: 'focus'; focus: Focus }
  | { kind: 'reorder' }
  | { kind: 'report'; tool: string }
  | { kind: 'missing'; topic: Missing };

type Entry = { lemmas: string[]; concept: Concept; weak: boolean };

/** Phrases by their first word, longest first. */
export type Lexicon = {
  entries: ReadonlyMap<string, Entry[]>;
  /** Names of the declared measures. */
  measures: ReadonlySet<string>;
  /** Words of all phrases: none of them is misspelt. */
  known: ReadonlySet<string>;
  /** Words of the phrases that mean something the tools have, or how to show it. */
  meant: ReadonlySet<string>;
  /** Words that a misspelt one may have been meant for. */
  spellings: ReadonlySet<string>;
  fillers: ReadonlySet<string>;
  /** Those of the fillers that say which things are meant. */
  adjectives: ReadonlySet<string>;
  /** Those of the fillers that a figure may not leave out. */
  meaningful: ReadonlySet<string>;
};

/** Builds the phrases of a vocabulary: its own terms first, then what English has for them. */
export function createLexicon(vocabulary: Vocabulary): Lexicon {
  const entries = new Map<string, Entry[]>();
  const taken = new Map<string, Entry>();
  const spellings = new Set<string>();
  const known = new Set(chartWords);
  const meant = new Set(chartWords);
  const add = (phrase: string, concept: Concept, { extra = false } = {}) => {
    const lemmas = toTokens(phrase).map((token) => token.lemma);
    const [first] = lemmas;
    if (first === undefined) return;
    const key = lemmas.join(' ');
    const earlier = taken.get(key);
    if (earlier) return mergeReferences(earlier, concept);
    const entry: Entry = { lemmas, concept, weak: weakWords.has(phrase) || weakWords.has(key) };
    taken.set(key, entry);
    entries.set(first, [...(entries.get(first) ?? []), entry]);
    // Words of a longer phrase mean nothing by themselves: "bag" is a name, though "bags sold" are units; nor do weak ones: "shop".
    if (extra && (lemmas.length > 1 || entry.weak)) return;
    for (const lemma of lemmas) {
      known.add(lemma);
      if (!mayBeName(concept)) meant.add(lemma);
    }
    // Short words and ordinary ones are too easily hit by a name.
    if (!mayBeName(concept))
      for (const lemma of lemmas) if (lemma.length > 3 && !fillers.has(lemma)) spellings.add(lemma);
  };
  addEnglish(add, 'before');
  addTerms(vocabulary, add);
  addMissing(vocabulary, add);
  addEnglish(add, 'after');
  for (const list of entries.values()) list.sort((a, b) => b.lemmas.length - a.lemmas.length);
  const measures = new Set(
    vocabulary.datasets.flatMap((dataset) => dataset.measures.map(({ name }) => name)),
  );
  // Of two words that are as near, the one of the tables is meant: "oder" is an order before it is older.
  const own = vocabulary.datasets
    .flatMap((dataset) => [...dataset.measures, ...dataset.dimensions])
    .flatMap(({ name }) => toTokens(toWords(name)).map(({ lemma }) => lemma))
    .filter((lemma) => lemma.length > 3);
  return {
    entries,
    measures,
    known,
    meant,
    spellings: new Set([...own, ...spellings, ...timeWords]),
    fillers,
    adjectives,
    meaningful,
  };
}

/** Read by find-other-chart.ts; "stacked" is not "stocked". */
const chartWords = [
  'stacked',
  'pie',
  'donut',
  'doughnut',
  'scatter',
  'bubble',
  'heat',
  'heatmap',
  'piechart',
  'area',
  'funnel',
  'waterfall',
  'treemap',
  'radar',
];

const timeWords = [
  ...monthNames.filter((name) => name !== 'may'),
  ...[
    'week',
    'month',
    'quarter',
    'year',
    'today',
    'yesterday',
    'last',
    'this',
    'previous',
    'monthly',
    'weekly',
    'since',
  ],
  ...['spring', 'summer', 'autumn', 'winter', 'christmas'],
];

/** Words of a topic, and those that goods are packed in, are names where the catalog has them. */
function mayBeName(concept: Concept): boolean {
  return concept.kind === 'missing' || (concept.kind === 'measure' && concept.packs !== undefined);
}

type Add = (phrase: string, concept: Concept, options?: { extra: boolean }) => void;

/** What English means by a word stands before the declared synonyms for "share" and the like, after them for the rest. */
function addEnglish(add: Add, when: 'before' | 'after'): void {
  if (when === 'before') {
    for (const phrase of reorderPhrases) add(phrase, { kind: 'reorder' });
    for (const phrase of focusPhrases.share) add(phrase, { kind: 'focus', focus: 'share' });
    for (const focus of ['howMuchOf', 'count', 'help', 'greeting', 'thanks'] as const)
      for (const phrase of focusPhrases[focus]) add(phrase, { kind: 'focus', focus });
    return;
  }
  for (const [grain, phrases] of entriesOf(grainPhrases))
    for (const phrase of phrases) add(phrase, { kind: 'grain', grain });
  for (const [direction, phrases] of entriesOf(orderPhrases))
    for (const phrase of phrases) add(phrase, { kind: 'order', direction });
  for (const [chart, phrases] of entriesOf(chartPhrases))
    for (const phrase of phrases) add(phrase, { kind: 'chart', chart });
  for (const [focus, phrases] of entriesOf(focusPhrases))
    for (const phrase of phrases) add(phrase, { kind: 'focus', focus });
}

function addTerms({ datasets }: Vocabulary, add: Add): void {
  const measures = datasets.flatMap(({ tool, measures: terms }) => terms.map((term) => ({ tool, term })));
  const dimensions = datasets.flatMap(({ tool, dimensions: terms }) => terms.map((term) => ({ tool, term })));
  for (const phrasesOf of [ownName, declaredSynonyms]) {
    for (const { tool, term } of measures)
      for (const phrase of phrasesOf(term))
        add(phrase, { kind: 'measure', references: [{ tool, name: term.name }] });
    for (const { tool, term } of dimensions)
      for (const phrase of phrasesOf(term))
        add(phrase, { kind: 'dimension', references: [{ tool, name: term.name }] });
  }
  const extra = { extra: true };
  for (const { tool, term } of measures)
    for (const phrase of measureNames[term.name] ?? [])
      add(phrase, { kind: 'measure', references: [{ tool, name: term.name }] }, extra);
  for (const { tool, term } of dimensions)
    for (const phrase of dimensionNames[term.name] ?? [])
      add(phrase, { kind: 'dimension', references: [{ tool, name: term.name }] }, extra);
  for (const { tool, term } of measures)
    if (term.name === 'units')
      for (const phrase of packNouns)
        add(phrase, { kind: 'measure', references: [{ tool, name: term.name }], packs: true });
  for (const { tool, term } of measures)
    for (const phrase of measureVerbs[term.name] ?? [])
      add(phrase, { kind: 'measure', references: [{ tool, name: term.name }], verb: true }, extra);
}

/** "Ordered value" is said "value ordered", too; but "in units" is no "units in". */
const ownName = (term: Term) => {
  const words = term.name.split('_');
  const turns = words.length === 2 && !words.some((word) => /^(in|out|on|of|to|by)$/.test(word));
  return turns ? [words.join(' '), words.toReversed().join(' ')] : [words.join(' ')];
};
/** "Daily sales" of a stock measure would hide sales by day. */
const declaredSynonyms = (term: Term) =>
  term.synonyms.filter(
    (phrase) => !/^(daily|weekly|monthly|quarterly|yearly|annual) (sales|revenue|units)$/i.test(phrase),
  );

function addMissing(vocabulary: Vocabulary, add: Add): void {
  const names = new Set([
    ...vocabulary.tools,
    ...vocabulary.datasets.flatMap(({ measures }) => measures.map((m) => m.name)),
  ]);
  const isDataset = (name: string) => vocabulary.datasets.some(({ tool }) => tool === name);
  for (const topic of missingTopics) {
    const tool = topic.filledBy?.find((name) => vocabulary.tools.has(name) && !isDataset(name));
    if (tool !== undefined) for (const phrase of topic.phrases) add(phrase, { kind: 'report', tool });
    if (topic.filledBy?.some((name) => names.has(name))) continue;
    for (const phrase of topic.phrases) add(phrase, { kind: 'missing', topic });
  }
}

/** The same phrase in two tools refers to both; the first tool's meaning stays where the kinds differ. */
function mergeReferences(entry: Entry, concept: Concept): void {
  const known = entry.concept;
  if (known.kind === 'measure' && concept.kind === 'dimension') {
    known.or = [...(known.or ?? []), ...concept.references];
    return;
  }
  if (known.kind !== 'measure' && known.kind !== 'dimension') return;
  if (concept.kind !== known.kind) return;
  for (const reference of concept.references)
    if (!known.references.some((other) => other.tool === reference.tool)) known.references.push(reference);
}

function entriesOf<Key extends string, Value>(record: Record<Key, Value>): [Key, Value][] {
  const keys: Key[] = [];
  for (const key in record) keys.push(key);
  return keys.map((key) => [key, record[key]]);
}
