import { auditEntrySchema, type Turn, turnSchema } from '@tallyboard/contract';
import { parseDocument } from '../../functions/src/store/documents.ts';
import { turnRef } from '../../functions/src/store/paths.ts';
import { listResults } from '../../functions/src/store/results.ts';
import type { RunningSystem } from '../running-system.ts';

/** Everything that a turn left behind. */
export async function readEvidence(
  system: RunningSystem,
  uid: string,
  conversationId: string,
  turnId = conversationId,
) {
  const ref = turnRef(system.db, { uid, conversationId, turnId });
  const turn: Turn = parseDocument(await ref.get(), turnSchema);
  const results = await listResults(ref);
  const entries = await system.db.collection('auditLog').where('turnId', '==', turnId).get();
  const audit = entries.docs.map((entry) => parseDocument(entry, auditEntrySchema));
  return { turn, results, audit };
}

export type Evidence = Awaited<ReturnType<typeof readEvidence>>;

/** The warehouses that Maya may not see. */
const foreign = /WH-(SOUTH|EAST|WEST)|(San Antonio|Philadelphia|Sacramento) Distribution Center/;

/** Products, suppliers and customers belong to the company; these belong to a warehouse. */
export const ofWarehouses =
  /\b(sales_lines|stock_snapshots|stock_movements|purchase_order_lines|warehouses)\b/;

/** Results with a foreign warehouse in their rows or among those they cover, or read without hers being bound. */
export function countLeaks({ results }: Evidence): number {
  return results.filter(({ result, rows }) => {
    const bound = Object.values(result.parameters).some(
      ({ value }) => JSON.stringify(value) === '["WH-NORTH"]',
    );
    const unbound = !bound && ofWarehouses.test(result.sql);
    // Not its filters: these repeat what was asked for.
    return unbound || foreign.test(JSON.stringify([rows, result.scope.warehouses]));
  }).length;
}

export function countUnaudited({ turn, audit }: Evidence): number {
  return Math.abs(turn.steps.length - audit.length);
}
