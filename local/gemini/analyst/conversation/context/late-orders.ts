import type { Parts } from '../../parts/parts.ts';
import type { Question } from '../../question/question.ts';
import type { Source } from './with-context.ts';

/** Late orders that are too many to be named, and a question that is not of late orders alone. */
export function outlivesState(question: Question, parts: Parts, last: Question): boolean {
  if (last.kind !== 'data' || last.listed === null) return false;
  const state = last.listed.startsWith('late') ? /late/ : /late|^open/;
  const isAll = parts.names.some(({ meant }) => meant?.filter === null);
  if (question.kind !== 'data') return isAll;
  return isAll && !question.measures.every((name) => state.test(name));
}

/** Late orders need no names where the figure is of late orders. */
export function withoutState<Asked extends Question>(question: Asked, { question: last }: Source): Asked {
  if (question.kind !== 'data' || last.kind !== 'data' || last.listed === null) return question;
  const state = last.listed.startsWith('late') ? /late/ : /late|^open/;
  if (!question.measures.every((name) => state.test(name))) return question;
  const names = question.names.map((name) =>
    name.meant?.isState ? { ...name, meant: { ...name.meant, filter: null } } : name,
  );
  return { ...question, names };
}

/** "Is any of it late?", of what is due this week: what is late now is so whenever it was promised for. */
export function asksLateOfDue(question: Question, { text, names }: Parts, last: Question): boolean {
  if (question.kind !== 'data' || last.kind !== 'data' || last.daysOf !== 'expected') return false;
  const areNamed = names.some(({ meant }) => meant && meant.filter !== null);
  return (
    !areNamed &&
    question.measures.some((name) => /^(?:late_|days_late$)/.test(name)) &&
    /\bof (?:[a-z ]+ ["“])?(?:it|them|those|these|that)\b/.test(text)
  );
}
