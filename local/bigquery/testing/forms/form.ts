/** An expression and the answer that GoogleSQL's reference documents, or that follows from it. */
export type Form = [expression: string, answer: unknown];
