import type { Cell } from '@tallyboard/contract';
import { afterAll, describe, expect, test } from 'vitest';
import { startDemoWarehouse, demoToday as today } from '../../../local/bigquery/testing/demo-warehouse.ts';
import { units } from '../analytics/calendar.ts';
import { isSummable } from '../analytics/columns.ts';
import { compile } from '../analytics/compile.ts';
import { baseMeasuresOf } from '../analytics/measure-expressions.ts';
import { type AnalyticsRequest, filterOps, growsIn } from '../analytics/request.ts';
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
    const windowsOf = (name: string) =>
      baseMeasuresOf(name, model).flatMap(({ join }) =>
        join === undefined ? [] : (model.joins[join]?.window ?? []),
      );
    /** By day only what looks back, and that without a dimension: each of its days is a read of 91. */
    const runsByDay = (name: string, dimension: string | null) =>
      windowsOf(name).every(({ days }) => dimension === null && days !== 'period');
    const sum = (rows: Cell[][], index: number) => rows.reduce((total, row) => total + Number(row[index]), 0);

    test.each([null, ...Object.keys(model.dimensions)])(
      `of ${model.name} runs by %s and every grain, and adds up where it says so`,
      async (name) => {
        const dimensions = name === null ? [] : [name];
        const [total] = (await read({ measures: single })).rows;
        for (const grain of [null, ...units]) {
          const asked = (grain === null ? single : measures).filter(
            (measure) => grain !== 'day' || runsByDay(measure, name),
          );
          const { columns, rows } = await read({ measures: asked, dimensions, grain });
          const names = [...(grain === null ? [] : [grain]), ...dimensions, ...asked];
          expect(columns.map((column) => column.name)).toEqual(names);
          expect(rows.length).toBeGreaterThan(0);
          for (const measure of asked) {
            const declared = model.measures[measure];
            if (declared === undefined || !isSummable(declared, { grain, dimensions, measures: asked }))
              continue;
            const whole = Number(total?.[single.indexOf(measure)]);
            expect(sum(rows, names.indexOf(measure)), `${measure} by ${grain}`).toBeCloseTo(whole, 4);
          }
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

    test(`of ${model.name} by month is that of each month`, async () => {
      const period = {
        start: '2026-09-10',
        end: '2026-10-31',
        label: 'September from the tenth, and October',
      };
      // A share is of its own period in both, but by month there is nothing beside it.
      const asked = single.filter((name) => !('share' in (model.measures[name] ?? {})));
      const { rows } = await read({ measures: asked, grain: 'month', period });
      const parts = [
        { ...period, end: '2026-09-30' },
        { ...period, start: '2026-10-01' },
      ];
      const each = await Promise.all(parts.map((part) => read({ measures: asked, period: part })));
      rows.forEach(([, ...figures], index) => {
        expect(figures.map(toSix)).toEqual(each[index]?.rows[0]?.map(toSix));
      });
      expect(rows).toHaveLength(2);
    });

    test(`of ${model.name} compares two periods`, async () => {
      const before = { start: '2026-08-17', end: '2026-09-13', label: 'four weeks before' };
      const [now, then] = [
        await read({ measures: single }),
        await read({ measures: single, period: before }),
      ];
      const both = await read({ measures: single, compareTo: before });
      const expected = single.flatMap((_, index) => [now.rows[0]?.[index], then.rows[0]?.[index]]);
      expect(both.rows[0]?.map(toSix)).toEqual(expected.map((cell) => toSix(cell ?? null)));
    });

    test(`of ${model.name} runs with every filter`, async () => {
      for (const dimension of Object.keys(model.dimensions)) {
        for (const op of filterOps) {
          const filters = [{ dimension, op, values: ['no such name', "%_'\\"] }];
          const { rows } = await read({ measures: additive, filters });
          const all = await read({ measures: additive });
          // Nothing has that name: "is" and "contains" keep nothing, their opposites all.
          if (op === 'is_not' || op === 'contains_not') expect(rows).toEqual(all.rows);
          else expect(rows[0]?.every((cell) => cell === 0)).toBe(true);
        }
      }
    });
  }
});

/** Six significant digits: sums of quotients end in what the order of adding leaves. */
function toSix(cell: Cell): string {
  return Number(cell).toPrecision(6);
}
