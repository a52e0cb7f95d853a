import type { Turn } from '@tallyboard/contract';

/** A figure of an answer, and what proves it: `sum` of `revenue, all 3 rows`. */
export type Proof = { figure: string; formula: string; cells: string };

/** The figures that a result proves, in the order of the answer, each once. */
export function toProofs({ text, figures }: Turn, resultId: string): Proof[] {
  const proofs = figures.flatMap(({ start, end, proof }): [string, Proof][] => {
    if (proof?.resultId !== resultId) return [];
    const { formula, cells } = proof;
    const figure = text.slice(start, end);
    return [[`${figure} ${formula} ${cells}`, { figure, formula, cells }]];
  });
  return [...new Map(proofs).values()];
}
