import type { KeptDraft } from './chat-state.ts';

export const draftKey = 'chatkit.draft';

/** The draft in this tab's session storage: it outlives a reload and the way to a sign-in page, and goes with the tab. */
export function keepDraftIn(storage: Storage): KeptDraft {
  return {
    read: () => storage.getItem(draftKey) ?? '',
    write: (text) => (text === '' ? storage.removeItem(draftKey) : storage.setItem(draftKey, text)),
  };
}
