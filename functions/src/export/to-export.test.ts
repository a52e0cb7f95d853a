import { describe, expect, it } from 'vitest';
import { joinChunks, sampleRecord, sampleResult } from './testing/sample-record.ts';
import { toExport } from './to-export.ts';

const now = new Date('2026-11-23T09:00:00Z');
const record = sampleRecord([sampleResult([['Bike', -12.5, true]])]);

describe('toExport', () => {
  it('names the file by the title and the day, in letters that every system takes', () => {
    expect(toExport(record, 'csv', now).name).toBe('tallyboard-umsatze-letzte-3-monate-2026-11-23.csv');
    const untitled = { ...record, conversation: { ...record.conversation, title: '"\r\n売上' } };
    expect(toExport(untitled, 'json', now).name).toBe('tallyboard-conversation-2026-11-23.json');
  });

  it('writes everything that was kept as JSON: answer, rows, statement, parameters, scope', async () => {
    const file = JSON.parse(await joinChunks(toExport(record, 'json', now).chunks));
    expect(file).toMatchObject({
      format: 'tallyboard-conversation',
      version: 1,
      exportedAt: '2026-11-23T09:00:00.000Z',
      conversation: { conversationId: 'conversation-0001', createdAt: '2026-11-23T08:00:00.000Z' },
    });
    expect(file.turns[0]).toMatchObject({
      question: 'Compare the last three months',
      status: 'completed',
      text: 'Revenue fell.',
    });
    expect(file.turns[0].results[0]).toMatchObject({
      rows: [['Bike', -12.5, true]],
      sql: 'SELECT 1 WHERE x = @x',
      parameters: { x: { type: 'STRING', value: 'Bikes' } },
      scope: { currency: 'EUR', warehouses: { ids: ['WH-NORTH'] } },
    });
  });

  it('writes JSON as JSON.stringify does, also of no turns and of several', async () => {
    const [turn] = record.turns;
    for (const turns of [[], [turn, turn]].map((each) => each.filter((one) => one !== undefined))) {
      const text = await joinChunks(toExport({ ...record, turns }, 'json', now).chunks);
      expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
      expect(JSON.parse(text).turns).toHaveLength(turns.length);
    }
  });

  it('writes texts as they are, with the line separators that JSON leaves in them', async () => {
    const [first] = record.turns;
    if (first === undefined) throw new Error('no turn');
    const question = 'one\u2028two\u2029three\rfour\nfive';
    const turns = [{ ...first, turn: { ...first.turn, question } }];
    const file = JSON.parse(await joinChunks(toExport({ ...record, turns }, 'json', now).chunks));
    expect(file.turns[0].question).toBe(question);
  });

  it.each(['json', 'csv'] as const)('holds one turn at a time: %s', async (format) => {
    const [turn] = record.turns;
    let read = 0;
    const turns = async function* () {
      while (turn !== undefined && read < 100) {
        read += 1;
        yield turn;
      }
    };
    let written = 0;
    for await (const chunk of toExport({ ...record, turns: turns() }, format, now).chunks) {
      if (chunk.includes('last three months')) written += 1;
      expect(read - written).toBeLessThanOrEqual(1);
    }
    expect(written).toBe(100);
  });
});
