/** The element `step` away from the current one (`matches`), without going round. Before any is current, the first. */
export function stepThrough(
  elements: HTMLElement[],
  step: 1 | -1,
  matches: (element: HTMLElement) => boolean,
): HTMLElement | undefined {
  const current = elements.findIndex(matches);
  if (current === -1) return elements[0];
  return elements[current + step];
}
