import { createHash } from 'node:crypto';
import type { AuditEntry } from '@tallyboard/contract';
import type { ToolOutcome } from './tool.ts';

/** What an entry of the audit log says of a call itself. */
export type Audited = Pick<AuditEntry, 'tool' | 'argumentsJson' | 'sqlHash' | 'rows' | 'outcome'>;

/** Model and caller choose these, and an entry is one document. */
const maxNameLength = 100;
const maxArgumentsLength = 20_000;

/** @param outcome what the tool said, or the code for which it said nothing. */
export function toAudited(
  call: { name: string; args: unknown },
  outcome: ToolOutcome | AuditEntry['outcome'],
): Audited {
  const result = typeof outcome === 'object' && outcome.kind === 'result' ? outcome.result : null;
  return {
    tool: call.name.slice(0, maxNameLength),
    argumentsJson: JSON.stringify(call.args ?? {}).slice(0, maxArgumentsLength),
    sqlHash: result === null ? null : createHash('sha256').update(result.sql).digest('hex'),
    rows: result?.rows.length ?? null,
    outcome: toCode(outcome),
  };
}

function toCode(outcome: ToolOutcome | AuditEntry['outcome']): AuditEntry['outcome'] {
  if (typeof outcome === 'string') return outcome;
  return outcome.kind === 'failure' ? outcome.code : 'ok';
}
