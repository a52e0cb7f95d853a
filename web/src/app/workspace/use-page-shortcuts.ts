import type { RefObject } from 'react';
import { showFigure } from './figure-id.ts';
import { stepThrough } from './step-through.ts';
import { useShortcuts } from './use-shortcuts.ts';

type PageShortcuts = {
  /** Holds the sessions, the message box and the figures. */
  panes: RefObject<HTMLElement | null>;
  newConversation: () => void;
  focusMessage: () => void;
  showShortcuts: () => void;
};

/** The shortcuts of the workspace, moving through what is drawn. */
export function usePageShortcuts({ panes, ...page }: PageShortcuts): void {
  const findAll = (selector: string) => [...(panes.current?.querySelectorAll<HTMLElement>(selector) ?? [])];
  const stepSession = (step: 1 | -1) =>
    stepThrough(findAll('.session a'), step, (link) => link.ariaCurrent === 'page')?.click();
  const stepFigure = (step: 1 | -1) => {
    const isCurrent = (figure: HTMLElement) => figure.contains(document.activeElement);
    // In the panel, or in the conversation where that has them.
    const inSight = findAll('figure').filter((figure) => figure.checkVisibility());
    const next = stepThrough(inSight, step, isCurrent);
    if (next) showFigure(next.id);
  };
  useShortcuts({
    ...page,
    stopAnswer: () => panes.current?.querySelector<HTMLElement>('.chat-send[aria-label="Stop"]')?.click(),
    previousSession: () => stepSession(-1),
    nextSession: () => stepSession(1),
    previousFigure: () => stepFigure(-1),
    nextFigure: () => stepFigure(1),
  });
}
