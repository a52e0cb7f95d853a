import type { Figure } from '@tallyboard/contract';

const mostNamed = 12;

/** The first words of every correction: what follows is no new question. */
export const correctionOpening = 'Check of your last answer:';

/** What the model is told about figures that do not follow from its results. */
export function toCorrection(text: string, figures: readonly Figure[]): string {
  const unproved = [
    ...new Set(figures.filter(({ proved }) => !proved).map(({ start, end }) => text.slice(start, end))),
  ];
  const named = unproved.slice(0, mostNamed).map((figure) => `"${figure}"`);
  return `${correctionOpening} these figures do not follow from the results of this question: ${named.join(', ')}. Write the whole answer again for the person, in the same language and form. Keep every figure that is right. Replace each of these by the right figure from the results (a cell, or a sum, difference, share, percent change, mean or count of cells, rounded plainly), or leave it out. Do not mention this check.`;
}
