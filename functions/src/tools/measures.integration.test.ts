import type { Cell } from '@tallyboard/contract';
import { afterAll, describe, expect, test } from 'vitest';
import { startDemoWarehouse, demoToday as today } from '../../../local/bigquery/testing/demo-warehouse.ts';
import { units } from '../analytics/calendar.ts';
import { compile } from '../analytics/compile.ts';
import { baseMeasuresOf } from '../analytics/measure-expressions.ts';
import { type AnalyticsRequest, growsIn, isFlow } from '../analytics/request.ts';
import { createDemoTools } from './testing/demo-tools.ts';
import { models } from './testing/tool-setting.ts';

const demo = await startDemoWarehouse();
const { warehouse } = createDemoTools(demo.bigquery, today);
afterAll(demo.close);

/** Four weeks over two months and two quarters. */
const fourWeeks = { start: '2026-09-14', end: '2026-10-11', label: 'four weeks' };

describe('every measure', () => {
  const request = (change: Partial<AnalyticsRequest>): AnalyticsRequest => ({
    measures: [],
    dimensions: [],
    grain: null,
    period: fourWeeks,
    filters: [],
    orderBy: null,
    limit: null,
    compareTo: null,
    asOf: today,
    fiscalYearStartMonth: 7,
    access: 'all',
    ...change,
  });

  for (const model of Object.values(models)) {
    const measures = Object.keys(model.measures);
    const additive = measures.filter((name) => model.measures[name]?.additivity === 'additive');
    const read = async (change: Partial<AnalyticsRequest>) => {
      const outcome = compile(request(change), model);
      if (!outcome.ok) throw new Error(outcome.problem.message);
      const options = { signal: new AbortController().signal, maxRows: 100_000, labels: {} };
      return warehouse.read(outcome.value.statement, options);
    };
    const single = measures.filter((name) => !growsIn(name, model));
    const overTime = measures.filter((name) =>
      baseMeasuresOf(name, model).every(
        ({ join }) => join === undefined || model.joins[join]?.window === undefined,
      ),
    );
    const sum = (rows: Cell[][], index: number) => rows.reduce((total, row) => total + Number(row[index]), 0);

    test.each([null, ...Object.keys(model.dimensions)])(
      `of ${model.name} runs by %s and every grain`,
      async (name) => {
        const dimensions = name === null ? [] : [name];
        const [total] = (await read({ measures: additive })).rows;
        for (const grain of [null, ...units]) {
          const asked = grain === null ? single : overTime;
          const { columns, rows } = await read({ measures: asked, dimensions, grain });
          const names = [...(grain === null ? [] : [grain]), ...dimensions, ...asked];
          expect(columns.map((column) => column.name)).toEqual(names);
          expect(rows.length).toBeGreaterThan(0);
          additive.forEach((measure, index) => {
            expect(sum(rows, names.indexOf(measure)), `${measure} by ${grain}`).toBeCloseTo(
              Number(total?.[index]),
              4,
            );
          });
        }
      },
    );

    test.each(measures)(`of ${model.name} runs alone: %s`, async (measure) => {
      const grain = growsIn(measure, model) ? 'month' : null;
      const { rows } = await read({ measures: [measure], grain });
      expect(rows).toHaveLength(grain === null ? 1 : 2);
      const value = Number(rows.at(-1)?.at(-1));
      expect(value).toSatisfy(Number.isFinite);
      // What is counted or paid is never negative; a difference may be.
      if (!/change|growth|adjusted|delay/.test(measure)) expect(value).toBeGreaterThanOrEqual(0);
    });

    const flows = measures.filter((name) => isFlow(name, model));
    test.skipIf(flows.length === 0)(`of ${model.name} that is a flow compares two periods`, async () => {
      const before = { start: '2026-08-17', end: '2026-09-13', label: 'four weeks before' };
      const [now, then] = [await read({ measures: flows }), await read({ measures: flows, period: before })];
      const both = await read({ measures: flows, compareTo: before });
      const expected = flows.flatMap((_, index) => [now.rows[0]?.[index], then.rows[0]?.[index]]);
      expect(both.rows).toEqual([expected]);
    });

    test(`of ${model.name} runs with every filter`, async () => {
      for (const dimension of Object.keys(model.dimensions)) {
        for (const op of ['is', 'is_not', 'contains'] as const) {
          const filters = [{ dimension, op, values: ['no such name', "%_'\\"] }];
          const { rows } = await read({ measures: additive, filters });
          const all = await read({ measures: additive });
          // Nothing has that name: "is" and "contains" keep nothing, "is_not" keeps all.
          if (op === 'is_not') expect(rows).toEqual(all.rows);
          else expect(rows[0]?.every((cell) => cell === 0)).toBe(true);
        }
      }
    });
  }
});
