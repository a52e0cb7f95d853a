import type { Column, Rows } from '@tallyboard/contract';
import type { ConversationRecord, ResultRecord, TurnResults } from '../conversation-record.ts';

const column = (name: string, type: Column['type'], role: Column['role']): Column => ({
  name,
  label: name,
  type,
  role,
  unit: 'none',
  summable: false,
});

/** A result with one column of each kind. */
export function sampleResult(rows: Rows, changes: Partial<ResultRecord> = {}): ResultRecord {
  return {
    resultId: 'r1',
    tool: 'query_sales',
    title: 'Revenue by product',
    columns: [
      column('Product', 'string', 'dimension'),
      column('Revenue', 'number', 'measure'),
      column('Active', 'boolean', 'detail'),
    ],
    rows,
    rowCount: rows.length,
    rowsCut: 0,
    scope: {
      period: { start: '2026-08-01', end: '2026-10-31', label: 'last 3 months' },
      timeZone: 'Europe/Berlin',
      currency: 'EUR',
      warehouses: { all: false, ids: ['WH-NORTH'], names: ['North'] },
      filters: ['Category is Bikes'],
      dataAsOf: '2026-11-23T01:00:00Z',
    },
    sql: 'SELECT 1 WHERE x = @x',
    parameters: { x: { type: 'STRING', value: 'Bikes' } },
    jobId: 'job-1',
    bytesProcessed: 10_485_760,
    priceUsd: 0.00006,
    asOf: new Date('2026-11-23T08:00:00Z'),
    ...changes,
  };
}

/** A conversation with one completed turn that holds these results. */
export function sampleRecord(results: ResultRecord[]): ConversationRecord & { turns: TurnResults[] } {
  const askedAt = new Date('2026-11-23T08:00:00Z');
  const expiresAt = new Date('2026-12-23T08:00:00Z');
  return {
    conversation: {
      conversationId: 'conversation-0001',
      title: 'Umsätze, letzte 3 Monate?',
      createdAt: askedAt,
      lastAccessedAt: askedAt,
      turnCount: 1,
      activeTurnId: null,
      archivedAt: null,
      expiresAt,
    },
    turns: [
      {
        turn: {
          turnId: 'conversation-0001',
          conversationId: 'conversation-0001',
          question: 'Compare the last three months',
          status: 'completed',
          steps: [],
          text: 'Revenue fell.',
          visualizations: [],
          figures: [],
          scopes: [],
          usage: null,
          error: null,
          askedAt,
          deadlineAt: askedAt,
          cancelRequestedAt: null,
          finishedAt: askedAt,
          expiresAt,
        },
        results,
      },
    ],
  };
}

/** A file as a whole. */
export async function joinChunks(chunks: AsyncIterable<string>): Promise<string> {
  return (await Array.fromAsync(chunks)).join('');
}
