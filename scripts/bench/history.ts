import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { openSession } from '../../eval/session.ts';
import { freePorts } from '../../local/free-ports.ts';
import { startLocal } from '../../local/main.ts';
import { parseLocalSettings } from '../../local/settings.ts';
import { root } from '../root.ts';

/** One conversation, as a manager and an analyst would lead it: long lists, series, rankings and follow-ups in turns. */
const questions = [
  'What should I reorder?',
  'Compare the last three months of sales by region',
  'and by category?',
  'Which products sold best last month?',
  'How much stock do we have by warehouse?',
  'Stock of each product',
  'Show me slow movers',
  'Revenue per week this year',
  'only online',
  'Top 20 customers by revenue this year',
  'What did the first one buy?',
  'Which purchase orders are late?',
  'Revenue and margin by brand last quarter',
  'and the quarter before?',
  'Return rate by category over the last 12 months',
  'Days of cover by product',
  'ABC classes of our products',
  'Forecast demand for next month',
  'Sales by month and category over the last two years',
  'as a table',
  'Which products are out of stock?',
  'Purchase orders by supplier this year',
  'Units sold per day last month',
  'Profit by supplier last month',
  'Stock value by category and warehouse',
  'Compare this month with the same month last year by product',
  'Stock movements by type last month',
  'Sales by channel per quarter',
  'What should I reorder in Garden?',
  'What was revenue last month?',
];

/**
 * What the model reads in one long conversation with the local analyst: the tokens of all rounds of a turn, and of one round. The
 * local server counts a quarter of the characters of a request.
 */
export async function benchHistory(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tallyboard-bench-'));
  const stack = await startLocal({
    root,
    settings: parseLocalSettings(
      { ...freePorts, TALLYBOARD_DATA: folder, ANALYST_CHUNK_DELAY_MS: '0' },
      root,
    ),
    environment: { LOG_LEVEL: 'error', QUERIES_PER_HOUR: '100000', CALLS_PER_MINUTE: '100000' },
    logger: pino({ level: 'error' }),
    onProgress: console.log,
    onFunctionLog: console.log,
  });
  try {
    const session = await openSession(stack);
    let conversationId: string | null = null;
    console.log('question  rounds  tokens of all rounds  of a round      ms');
    for (const [index, question] of questions.entries()) {
      const answer: Awaited<ReturnType<typeof session.ask>> = await session.ask(question, conversationId);
      conversationId = answer.conversationId;
      const { inputTokens = 0, rounds = 1 } = answer.usage ?? {};
      const cells = [
        String(index + 1).padStart(8),
        String(rounds).padStart(6),
        inputTokens.toLocaleString('en-US').padStart(20),
        Math.round(inputTokens / rounds)
          .toLocaleString('en-US')
          .padStart(10),
        answer.elapsedMs.toFixed(0).padStart(6),
        answer.status === 'completed' ? question : `${question} (${answer.status})`,
      ];
      console.log(cells.join('  '));
    }
  } finally {
    await stack.close();
    await rm(folder, { recursive: true, force: true });
  }
}
