/** Who asks: the person whose documents they are, the same with a sign-in that is over, someone else who is signed in, or nobody. */
export const callers = ['owner', 'late', 'other', 'nobody'] as const;
export type Caller = (typeof callers)[number];

export const operations = ['get', 'list', 'create', 'update', 'delete'] as const;
export type Operation = (typeof operations)[number];

export type DocumentCase = {
  /** As the table names it. */
  pattern: string;
  /** One that exists, below the owner's `users/owner`. */
  path: string;
  /** What the owner may do. Nobody else may do anything. */
  owner: readonly Operation[];
};

const conversation = 'users/owner/conversations/conversation-0001';
const turn = `${conversation}/turns/conversation-0001`;

/** Every kind of document. What `firestore.rules` must allow, and nothing else. */
export const documents: DocumentCase[] = [
  { pattern: 'users/{uid}', path: 'users/owner', owner: ['get'] },
  { pattern: 'users/{uid}/usage/queries', path: 'users/owner/usage/queries', owner: ['get'] },
  { pattern: '…/conversations/{id}', path: conversation, owner: ['get', 'list'] },
  { pattern: '…/turns/{id}', path: turn, owner: ['get', 'list'] },
  { pattern: '…/turns/{id}/results/{id}', path: `${turn}/results/r1`, owner: ['get', 'list'] },
  { pattern: '…/results/{id}/parts/{n}', path: `${turn}/results/r1/parts/1`, owner: ['get', 'list'] },
  { pattern: '…/turns/{id}/private/model', path: `${turn}/private/model`, owner: [] },
  { pattern: 'usedSignIns/{id}', path: 'usedSignIns/token-1', owner: [] },
  { pattern: 'auditLog/{id}', path: 'auditLog/entry-1', owner: [] },
  { pattern: 'users/{uid}/anything/{id}', path: 'users/owner/anything/1', owner: [] },
  { pattern: 'anything/{id}', path: 'anything/1', owner: [] },
];

export type RulesCase = { caller: Caller; document: DocumentCase; operation: Operation; allowed: boolean };

/** Each caller with each document and operation. */
export const rulesCases: RulesCase[] = callers.flatMap((caller) =>
  documents.flatMap((document) =>
    operations.map((operation) => ({
      caller,
      document,
      operation,
      allowed: caller === 'owner' && document.owner.includes(operation),
    })),
  ),
);
