import type { Question } from '../../question/question.ts';

/** "How many contractors bought, and what did they buy most?": goods are ranked, and the contractors are not counted again. */
export function ofCounted<Asked extends Question>(question: Asked): Asked {
  if (question.kind !== 'data' || question.order === null) return question;
  const names = question.names.map((name) =>
    name.carried && name.counted ? { ...name, counted: false } : name,
  );
  return { ...question, names };
}
