import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Column } from '@tallyboard/contract';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { ConversationRecord } from './conversation-record.ts';
import { joinChunks, sampleRecord, sampleResult } from './testing/sample-record.ts';
import { toCsv } from './to-csv.ts';

const write = (record: ConversationRecord) => joinChunks(toCsv(record));
const read = (csv: string): string[][] => parse(csv, { bom: true, relax_column_count: true });
const rowsOf = (csv: string) => read(csv).slice(read(csv).findIndex(([first]) => first === 'Product') + 1);

/** What a spreadsheet takes for a formula, once it has dropped what it does not show. */
const isFormula = (text: string) => /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u.test(text);

describe('toCsv', () => {
  it('puts question, title and scope over the headings and rows of a result', async () => {
    const csv = await write(sampleRecord([sampleResult([['Bike', 12.5, true]], { rowsCut: 3 })]));
    expect(read(csv)).toEqual([
      ['Question', 'Compare the last three months'],
      ['Table', 'Revenue by product'],
      ['Period', '2026-08-01 to 2026-10-31', 'last 3 months'],
      ['Warehouses', 'North'],
      ['Filters', 'Category is Bikes'],
      ['Currency', 'EUR'],
      ['Time zone', 'Europe/Berlin'],
      ['Data as of', '2026-11-23T01:00:00Z'],
      ['Rows', '1'],
      ['Rows left out', '3'],
      ['Product', 'Revenue', 'Active'],
      ['Bike', '12.5', 'true'],
    ]);
  });

  it('says in the headings what the numbers count', async () => {
    const named = (label: string, unit: Column['unit']): Column => {
      return { name: label, label, type: 'number', role: 'measure', unit, summable: false };
    };
    const columns = [
      named('Cost', 'currency'),
      named('Lead time', 'days'),
      named('Days of cover', 'days'),
      named('On hand', 'units'),
      named('Orders', 'count'),
      named('Margin rate', 'fraction'),
    ];
    const csv = await write(sampleRecord([sampleResult([[1, 2, 3, 4, 5, 0.6]], { columns })]));
    expect(read(csv).at(-2)).toEqual([
      'Cost (EUR)',
      'Lead time (days)',
      'Days of cover',
      'On hand (units)',
      'Orders',
      'Margin rate',
    ]);
  });

  it('begins with a byte order mark, ends lines as Windows does, and parts results by an empty line', async () => {
    const csv = await write(sampleRecord([sampleResult([['Ä', 1, true]]), sampleResult([['B', 2, false]])]));
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(csv.replaceAll('\r\n', '')).not.toContain('\n');
    expect(csv.match(/\r\n\r\n/g)).toHaveLength(1);
  });

  it('keeps negative and large numbers as plain numbers, and null as an empty cell', async () => {
    const csv = await write(
      sampleRecord([
        sampleResult([
          ['a', -1234.5, null],
          [null, 1e21, null],
        ]),
      ]),
    );
    expect(csv).toContain('"a",-1234.5,\r\n');
    expect(rowsOf(csv)[1]?.[1]).toBe('1e+21');
  });

  it.each(['=1+1', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '\u200b=1', '＝1', '\u00a0@x'])(
    'shows the text %j as text',
    async (text) => {
      const [row] = rowsOf(await write(sampleRecord([sampleResult([[text, 0, null]])])));
      expect(row?.[0]).toBe(`'${text}`);
    },
  );

  it('keeps separators, quotes and line breaks within their cell', async () => {
    const text = 'a;=b\t=c,"=d"\r\n=e';
    const [row] = rowsOf(await write(sampleRecord([sampleResult([[text, 0, null]])])));
    expect(row).toEqual([text, '0', '']);
  });

  it('guards question, title and headings too', async () => {
    const record = sampleRecord([sampleResult([], { title: '=cmd()' })]);
    const [first] = record.turns;
    if (first) first.turn.question = '@evil';
    expect(read(await write(record)).slice(0, 2)).toEqual([
      ['Question', "'@evil"],
      ['Table', "'=cmd()"],
    ]);
  });

  it('says so when there are no tables', async () => {
    expect(await write(sampleRecord([]))).toContain('no data tables');
  });
});

const attacks = fileURLToPath(new URL('../../../../shared/data/attacks/attacks.jsonl', import.meta.url));
const present = existsSync(attacks);
if (!present) console.log(`Skipped: payloads of others, because ${attacks} is absent.`);

describe.skipIf(!present)('payloads of others', () => {
  it('are never a formula in a cell, and come back otherwise unchanged', async () => {
    const payloads = readFileSync(attacks, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => String(JSON.parse(line).payload));
    expect(payloads.length).toBeGreaterThan(1_000);
    const rows = rowsOf(await write(sampleRecord([sampleResult(payloads.map((text) => [text, 0, null]))])));
    expect(rows).toHaveLength(payloads.length);
    for (const [index, payload] of payloads.entries()) {
      const cell = rows[index]?.[0] ?? '';
      expect(isFormula(cell), payload).toBe(false);
      expect([payload, `'${payload}`]).toContain(cell);
    }
  });
});
