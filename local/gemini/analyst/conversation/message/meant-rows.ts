import type { Subject } from '../subject.ts';

/** The rows of the sentence before that the next one means. */
export function toMeantRows(subject: Subject, sentence: string): Subject {
  return withOneMeant(toFirstRows(subject, sentence), sentence);
}

/** "What do we sell most of, and who buys it?": of the one that leads, however the ranking was asked for. */
function withOneMeant(subject: Subject, sentence: string): Subject {
  const { question } = subject;
  const isRanking =
    question?.kind === 'data' &&
    question.order !== null &&
    question.dimensions.length === 1 &&
    question.limit === null;
  return isRanking && /\b(?:it|its)\b/i.test(sentence) ? { ...subject, asksOne: true } : subject;
}

/**
 * "Which vendors rejected most, and how much did we buy from them?": from the first of a long ranking, and not from all that it has; "which of
 * those did worst?" is of all.
 */
function toFirstRows(subject: Subject, sentence: string): Subject {
  const { question, rows } = subject;
  const [kind, ...others] = rows?.kinds ?? [];
  const isLong = kind !== undefined && kind.names.length > mostMeant;
  const isOpen =
    question?.kind === 'data' && question.order !== null && question.limit === null && !question.changes;
  if (
    !rows ||
    !isLong ||
    !isOpen ||
    !theirs.test(sentence) ||
    /^(?:(?:and|so|but),? )*which\b/i.test(sentence)
  )
    return subject;
  return {
    ...subject,
    rows: { ...rows, kinds: [{ ...kind, names: kind.names.slice(0, mostMeant) }, ...others], isPart: true },
  };
}

/** So many rows of a ranking are meant by "them" where it names no number. */
const mostMeant = 10;
const theirs = /\b(?:them|they|their|theirs)\b/i;
