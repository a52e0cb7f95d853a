import type { Firestore } from '@google-cloud/firestore';
import { sampleRecord, sampleResult } from '../functions/src/export/testing/sample-record.ts';
import { toFields } from '../functions/src/store/documents.ts';
import { conversationRef, turnRef } from '../functions/src/store/paths.ts';
import { csvPayloads, markupPayloads } from '../reliability/attacks/payloads.ts';
import { toBatches } from '../reliability/attacks/tool-calls.ts';

// The payloads are written into every field that is drawn: as if a model, a cell or another system had sent them and nothing
// before the page had stopped them.
export const conversationId = 'conversation-of-attacks-0000';
export const batches = toBatches([...markupPayloads, ...csvPayloads], 60);

/** The text and the cells hold every payload; question, steps, error, titles, headings, filters, SQL and so on hold some. */
export const fieldsWithAll = 2;

/** Writes a conversation with a turn for each batch past the functions. @param uid whose it is */
export async function writeAttacks(db: Firestore, uid: string): Promise<void> {
  const [sample] = sampleRecord([]).turns;
  if (sample === undefined) throw new Error('The sample has no turn');
  const now = Date.now();
  const expiresAt = new Date(now + 86_400_000);
  const title = markupPayloads[1] ?? '';
  const { conversation } = sampleRecord([]);
  await conversationRef(db, { uid, conversationId }).set(
    toFields({
      ...conversation,
      conversationId,
      title,
      turnCount: batches.length,
      lastAccessedAt: new Date(now),
      expiresAt,
    }),
  );
  for (const [index, payloads] of batches.entries()) {
    const key = { uid, conversationId, turnId: `turn-of-attacks-${index}-00000` };
    const at = new Date(now - 60_000 * (batches.length - index));
    const first = (length: number) => (payloads[index % payloads.length] ?? '').slice(0, length) || 'x';
    const result = sampleResult([], { title: first(120), sql: payloads.join('\n'), jobId: first(60) });
    const rows = payloads.map((payload, row) => [payload, row === 0 ? -12.5 : row, true]);
    const scope = {
      ...result.scope,
      filters: payloads.slice(0, 20),
      warehouses: { all: false, ids: [first(60)], names: payloads.slice(20, 30) },
    };
    const columns = result.columns.map((column) => ({ ...column, label: `${column.name} ${first(80)}` }));
    const step = {
      id: 's1',
      tool: first(60),
      startedAt: at,
      finishedAt: at,
      resultId: 'r1',
      rows: 1,
      bytes: 1,
      priceUsd: 0,
    };
    const visualization = { title: first(120), resultId: 'r1' };
    const turn = {
      ...sample.turn,
      ...key,
      question: `question ${index} ${payloads.join(' ').slice(0, 3_000)}`,
      status: index % 3 === 0 ? 'failed' : 'completed',
      error: index % 3 === 0 ? { code: 'internal', message: first(300) } : null,
      steps: [
        { ...step, title: first(200), status: 'done', message: null },
        {
          ...step,
          id: 's2',
          title: payloads.join(' ').slice(0, 500),
          status: 'failed',
          message: payloads.join(' ').slice(0, 2_000),
        },
      ],
      text: payloads.join('\n\n'),
      visualizations: [
        { ...visualization, id: 'v1', shape: 'table', columns: ['Product', 'Revenue'] },
        {
          ...visualization,
          id: 'v2',
          shape: 'chart',
          mark: 'bar',
          x: 'Product',
          y: ['Revenue'],
          series: null,
        },
        { ...visualization, id: 'v3', shape: 'metric', value: 'Revenue', compareTo: null },
      ],
      scopes: [scope],
      usage: {
        model: first(60),
        rounds: 1,
        toolCalls: 2,
        inputTokens: 1,
        outputTokens: 1,
        thoughtTokens: 0,
        cachedTokens: 0,
        bytesProcessed: 1,
        priceUsd: 0,
      },
      ...{ askedAt: at, deadlineAt: at, finishedAt: at, expiresAt },
    };
    const { rows: _, ...kept } = result;
    const ref = turnRef(db, key);
    await ref.set(toFields(turn));
    await ref
      .collection('results')
      .doc('r1')
      .set(
        toFields({
          ...kept,
          columns,
          scope,
          rowsJson: JSON.stringify(rows),
          rowCount: rows.length,
          partCount: 1,
          parameters: { x: { type: 'STRING', value: first(200) } },
          expiresAt,
        }),
      );
  }
}
