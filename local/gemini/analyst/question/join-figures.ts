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

/** All but the figures; "their" is all that the other one has. */
function toFrame({ tool, dimensions, grain, periods, names, filters, daysOf }: DataQuestion): string {
  const own = [...new Set(names.flatMap(({ text, meant }) => (meant?.isAll ? [] : [text])))];
  return JSON.stringify([tool, dimensions, grain, periods, own, filters, daysOf]);
}

/** "Which category is returned most? Return rates over the last 12 months": the figure of the first, and its time. */
export function saysAgain(question: Question, before: Question): boolean {
  if (question.kind !== 'data' || before.kind !== 'data') return false;
  if (before.periods.length > 0 || before.compares || before.changes) return false;
  const toRows = ({ tool, measures, dimensions, order, grain, names }: DataQuestion) =>
    JSON.stringify([tool, measures, dimensions, order, grain, names.map(({ text }) => text)]);
  return toRows(question) === toRows(before);
}

/** "Which suppliers are late most often? Include their average delay": the figures of the first, and more; null where it is another question. */
export function addFigures(before: Question | null, question: Question): DataQuestion | null {
  if (question.kind !== 'data' || before?.kind !== 'data') return null;
  const isMore =
    question.measures.length > before.measures.length &&
    before.measures.every((name) => question.measures.includes(name));
  return isMore && toFrame(question) === toFrame(before) ? { ...before, measures: question.measures } : null;
}
