import type { NameMention } from '../question/question.ts';
import { toGrain } from '../time/calendar.ts';
import type { Lexicon } from '../vocabulary/lexicon.ts';
import type { Match } from '../vocabulary/match-phrases.ts';
import type { Token } from '../vocabulary/words.ts';
import { type Reading, speak } from './match-place.ts';
import type { Parts } from './parts.ts';
import { readDimension } from './read-dimension.ts';
import { readMeasure } from './read-measure.ts';

/** Writes what each phrase stands for into the parts. */
export function readMatches(reading: Reading, lexicon: Lexicon, parts: Parts): void {
  for (const match of reading.matches) {
    const { concept } = match;
    const spoken = speak(reading, match);
    if (concept.kind === 'measure') readMeasure(match, concept, reading, lexicon, parts);
    else if (concept.kind === 'dimension') readDimension(match, concept.references, reading, lexicon, parts);
    else if (concept.kind === 'grain') {
      parts.grain ??= concept.grain;
      if (/^(best|worst)/.test(spoken)) parts.order ??= /^best/.test(spoken) ? 'desc' : 'asc';
    } else if (concept.kind === 'chart') {
      // "The share of lines delivered on time" is about lines of orders.
      const isOrderLine =
        spoken === 'lines' && !/^(as|with|in)$/.test(reading.tokens[match.from - 1]?.word ?? '');
      if (isOrderLine) continue;
      parts.chart = parts.chart && concept.chart === 'chart' ? parts.chart : concept.chart;
    } else if (concept.kind === 'order') {
      // "Rank the brands, lowest first": the other word says which way.
      if (/^rank/.test(spoken) && hasOtherOrder(reading, match)) continue;
      parts.order ??= concept.direction;
      // "The lowest days of cover" is no day.
      const isTaken = reading.matches.some(({ from, to }) => from <= match.to && to > match.to);
      if (!isTaken) parts.grain ??= toGrain(reading.tokens[match.to]?.lemma);
      if (/sell/.test(spoken)) parts.focus.add('sell');
    } else if (concept.kind === 'focus') parts.focus.add(concept.focus);
    else if (concept.kind === 'reorder') parts.reorder = true;
    else if (concept.kind === 'report') parts.report ??= concept.tool;
    else if (concept.kind === 'missing' && !(reading.status && /^(overdue|late|delayed)/.test(spoken)))
      parts.missing ??= { topic: concept.topic, spoken, names: toDoubted(match, reading) };
  }
}

function hasOtherOrder({ matches }: Reading, own: Match): boolean {
  return matches.some((match) => match !== own && match.concept.kind === 'order');
}

/** "Hitch rack", "machines": words of a topic may be a name, by themselves or with unknown words beside them. */
function toDoubted(match: Match, { named, sentence, tokens }: Reading): NameMention[] {
  let { from, to } = match;
  while (named.has(from - 1)) from -= 1;
  while (named.has(to)) to += 1;
  const text = sentence.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
  return [{ text, hint: null, excluded: false }];
}

/** The unit that rows of time have, where other words than "by month" say it. */
export function readGrain(tokens: Token[], sentence: string, used: Set<number>, parts: Parts): void {
  const asksRows = parts.order !== null || parts.conditions.length > 0;
  if (asksRows && parts.grain === null && parts.dimensions.length === 0) {
    const at = tokens.findIndex(({ lemma }, index) => !used.has(index) && toGrain(lemma) !== null);
    const ofUnits = /\bof (?:the|our) (?:past|last) (?:\w+ )?(day|week|month|quarter|year)s\b/i.exec(
      sentence,
    )?.[1];
    parts.grain = toGrain(tokens[at]?.lemma) ?? toGrain(ofUnits?.toLowerCase());
  }
  // "For each of the last six months" wants the months.
  parts.grain ??= toGrain(
    /\beach of the (?:last|past) (?:\w+ )?(\w+?)s?\b/i.exec(sentence)?.[1]?.toLowerCase(),
  );
  for (const [index, { lemma }] of tokens.entries())
    if (parts.grain !== null && toGrain(lemma) === parts.grain) used.add(index);
}
