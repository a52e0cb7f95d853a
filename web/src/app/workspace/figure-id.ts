import type { Turn } from '@tallyboard/contract';

/** The id of a visualization's figure in the page, and the fragment that links to it. */
export function toFigureId(turnId: string, visualizationId: string): string {
  return `${visualizationId}-${turnId}`;
}

/** True where the address links to a figure: `#v1` of the latest answer, or one of a named turn. */
export function namesFigure(hash: string): boolean {
  return /^#v[1-9]\d*(?:-|$)/.test(hash);
}

/** True where the address links to a figure that none of these turns has. */
export function linksToMissing(hash: string, turns: Turn[]): boolean {
  if (!namesFigure(hash) || turns.some(({ status }) => status === 'running')) return false;
  const latest = turns.findLast(({ visualizations }) => visualizations.length > 0);
  return !turns.some(({ turnId, visualizations }) =>
    visualizations.some(
      ({ id }) => hash === `#${toFigureId(turnId, id)}` || (turnId === latest?.turnId && hash === `#${id}`),
    ),
  );
}

/** Brings a figure into view, gives it the focus and marks it for a moment. @param arrived by a link: there at once, at the top */
export function showFigure(id: string, arrived = false): void {
  const figure = document.getElementById(id);
  if (!figure) return;
  history.replaceState(history.state, '', `#${id.replace('in-place-', '')}`);
  const smooth = !arrived && !matchMedia('(prefers-reduced-motion: reduce)').matches;
  figure.scrollIntoView({ block: arrived ? 'start' : 'nearest', behavior: smooth ? 'smooth' : 'auto' });
  figure.focus({ preventScroll: true });
  for (const found of document.querySelectorAll<HTMLElement>('[data-found]')) delete found.dataset.found;
  figure.dataset.found = '';
  setTimeout(() => delete figure.dataset.found, 1_600);
}
