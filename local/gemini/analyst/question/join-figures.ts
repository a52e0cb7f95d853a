import type { DataQuestion, Question } from './question.ts';

/** "What did we sell and what did we earn, by region": one answer with both figures. Null where more than the figure differs. */
export function joinFigures(before: Question | null, question: Question): DataQuestion | null {
  if (before?.kind !== 'data' || question.kind !== 'data') return null;
  if (!asksFigures(before) || !asksFigures(question) || toFrame(before) !== toFrame(question)) return null;
  const measures = [...new Set([...before.measures, ...question.measures])];
  return { ...before, measures, chart: question.chart ?? before.chart };
}

/** Whether it asks for figures and nothing that they have to be ranked, bounded or set against each other for. */
export function asksFigures(question: Question): boolean {
  if (question.kind !== 'data') return false;
  const { order, limit, within, conditions, changeBounds, per, members, against, sides } = question;
  const asksMore =
    question.compares || question.changes || question.share || question.averages || question.why;
  return (
    !asksMore &&
    [order, limit, within, per, members, against].every((value) => value === null) &&
    [conditions, changeBounds, sides].every((list) => list.length === 0)
  );
}

/** All but the figures. */
function toFrame({ tool, dimensions, grain, periods, names, filters, daysOf }: DataQuestion): string {
  return JSON.stringify([tool, dimensions, grain, periods, names.map(({ text }) => text), filters, daysOf]);
}
