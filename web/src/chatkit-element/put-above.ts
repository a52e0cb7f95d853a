/** A question that comes back to the box, above what is being written there; once, however often it comes. */
export function putAbove(question: string | null, draft: string): string {
  return question === null || draft.startsWith(question) ? draft : `${question}\n${draft}`.trim();
}
