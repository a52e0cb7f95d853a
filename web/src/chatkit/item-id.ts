/**
 * ChatKit names items; we have turns. Each turn becomes a few items whose ids say what they are:
 * `question.<turnId>`, `steps.<turnId>`, `scope.<turnId>`, `answer.<turnId>`, `shown.<turnId>`, `end.<turnId>`, `next.<turnId>`.
 */
const kinds = ['question', 'steps', 'scope', 'answer', 'shown', 'end', 'next'] as const;
export type ItemKind = (typeof kinds)[number];

export function toItemId(kind: ItemKind, turnId: string): string {
  return `${kind}.${turnId}`;
}

/** @returns null where the id is not one of ours. */
export function parseItemId(id: string): { kind: ItemKind; turnId: string } | null {
  const [name, turnId] = id.split('.', 2);
  const kind = kinds.find((known) => known === name);
  return kind && turnId ? { kind, turnId } : null;
}
