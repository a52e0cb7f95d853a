import type { ReactNode } from 'react';
import type { Action } from '../chatkit/protocol/items.ts';
import { createState, type State } from '../live/state.ts';

/** Draws what an entry of a list opens; null where it knows nothing of that. */
export type DrawInPlace = (action: Action) => ReactNode | null;

/**
 * Set by a page that has no room beside the conversation: what the entries of a list would open is drawn in their place. Ours
 * alone: an element in a frame draws its lists itself.
 */
export const inPlace: State<DrawInPlace | null> = createState<DrawInPlace | null>(null);
