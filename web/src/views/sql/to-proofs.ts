import type { Column, Turn } from '@tallyboard/contract';

/** A figure of an answer, and what proves it: `sum` of `Revenue, all 3 rows`. */
export type Proof = { figure: string; formula: string; cells: string };

/** The figures that a result proves, in the order of the answer, each once; columns are named as its table names them. */
export function toProofs({ text, figures }: Turn, resultId: string, columns: Column[]): Proof[] {
  const labels = new Map(columns.map(({ name, label }) => [name, label]));
  const proofs = figures.flatMap(({ start, end, proof }): [string, Proof][] => {
    if (proof?.resultId !== resultId) return [];
    const { formula } = proof;
    const cells = proof.cells.replace(/\w+/g, (word) => labels.get(word) ?? word);
    const figure = text.slice(start, end);
    return [[`${figure} ${formula} ${cells}`, { figure, formula, cells }]];
  });
  return [...new Map(proofs).values()];
}
