import { isFollowUp, mergeFollowUp } from './follow-up.ts';
import { toFreshQuestion } from './fresh-question.ts';
import type { Parts } from './parts.ts';
import type { Question } from './question.ts';
import type { Vocabulary } from './read-declarations.ts';
import { toFuture, toRefusal } from './refuse-question.ts';
import { toSmallTalk } from './small-talk.ts';
import { type AsOf, toReport } from './to-report.ts';
import { toUnheeded } from './to-unheeded.ts';

/** Makes a complete question of the parts of a sentence and of the question before it. */
export function toQuestion(
  parts: Parts,
  previous: Question | null,
  vocabulary: Vocabulary,
  asOf: AsOf,
): Question {
  const { today } = asOf;
  if (parts.missing && !parts.reorder && !definesKnown(parts)) return { kind: 'missing', ...parts.missing };
  const small = toSmallTalk(parts, vocabulary);
  if (small) return small;
  const refused = toRefusal(parts, vocabulary);
  if (refused) return refused;
  if (parts.report !== null && !definesKnown(parts)) return toReport(parts.report, parts, vocabulary, asOf);
  const asksFigure = parts.measures.length > 0 || parts.names.length > 0 || parts.focus.has('sell');
  const unheeded = toUnheeded(parts, vocabulary, previous);
  if (unheeded) return unheeded;
  if (parts.time.future !== null && asksFigure && !parts.reorder) {
    const isSales = parts.measures.every((references) =>
      references.some(({ tool }) => tool === 'query_sales'),
    );
    return isSales && vocabulary.tools.has('forecast_demand')
      ? toReport('forecast_demand', parts, vocabulary, asOf)
      : toFuture(parts.time.future);
  }
  if (parts.reorder && vocabulary.tools.has('get_reorder_recommendations')) return toReorder(parts);
  if (previous !== null && isFollowUp(parts, previous)) return mergeFollowUp(parts, previous, vocabulary);
  return withPlace(toFreshQuestion(parts, vocabulary, today), parts, previous);
}

/** "Which products sold best there?": where, and when, the question before was about. */
function withPlace(question: Question, { text, names, time }: Parts, previous: Question | null): Question {
  const refers = /\bthere\b/.test(
    text.replaceAll(/\b(is|are|was|were) there\b|\bthere (is|are|was|were)\b/g, ''),
  );
  if (!refers || names.length > 0 || question.kind !== 'data') return question;
  if (previous?.kind !== 'data' && previous?.kind !== 'overview') return question;
  return {
    ...question,
    filters: question.filters.length > 0 ? question.filters : previous.filters,
    periods: time.periods.length > 0 ? question.periods : previous.periods,
  };
}

function definesKnown(parts: Parts): boolean {
  return parts.focus.has('define') && parts.measures.length > 0;
}

function toReorder(parts: Parts): Question {
  const by =
    parts.dimensions
      .flatMap((references) => references[0]?.name ?? [])
      .find((name) => name !== 'product' && name !== 'sku') ?? null;
  return { kind: 'reorder', names: parts.names, filters: [], chart: parts.chart, limit: parts.limit, by };
}
