import { describe, expect, test } from 'vitest';
import { call, createContext, createWarehouse } from './testing/tool-setting.ts';

describe('of the values that a filter names,', () => {
  test('a filter value that names nothing is refused with the nearest names', async () => {
    const members = [
      ['Bikes', 'bikes'],
      ['Helmets', 'helmets'],
    ];
    const { warehouse } = createWarehouse(({ sql, parameters }) => {
      if (!sql.startsWith('SELECT DISTINCT')) return { columns: [['revenue', 'NUMERIC']], rows: [[0]] };
      return { rows: 'values' in parameters ? [] : members };
    });
    const filters = [{ dimension: 'category', op: 'is', values: ['helmtes'] }];
    expect(await call('query_sales', { measures: ['revenue'], filters }, createContext(warehouse))).toEqual({
      kind: 'failure',
      code: 'no_match',
      message: 'There is no category "helmtes".',
      hint: 'Nearest: "Helmets". All: Bikes, Helmets.',
    });
  });

  test('a part that is in no name is refused, one that is in some is not', async () => {
    const { warehouse, statements } = createWarehouse(({ sql, parameters }) => {
      if (!sql.startsWith('SELECT DISTINCT')) return { columns: [['revenue', 'NUMERIC']], rows: [[0]] };
      return {
        rows:
          'values' in parameters
            ? [['City Helmet', 'city helmet', 'hl-4']]
            : [['Road Bike', 'road bike', 'bk-1']],
      };
    });
    const askBy = (op: string, ...values: string[]) => {
      const filters = [{ dimension: 'product', op, values }];
      return call('query_sales', { measures: ['revenue'], filters }, createContext(warehouse));
    };
    expect(await askBy('contains_not', 'Helm', 'HL-')).toMatchObject({
      result: { scope: { filters: ['Product does not contain Helm or HL-'] } },
    });
    const lookup = statements.find(({ parameters }) => 'values' in parameters);
    expect(lookup?.parameters).toEqual({
      values: { type: 'STRING', value: 'helm' },
      values_2: { type: 'STRING', value: 'hl-' },
    });
    for (const op of ['contains', 'contains_not'])
      expect(await askBy(op, 'Helm', 'Raod Bike')).toEqual({
        ...{ kind: 'failure', code: 'no_match' },
        message: 'No product contains "Raod Bike".',
        hint: 'Nearest: "Road Bike". All: Road Bike, bk-1.',
      });
    // What a missing name is shown as, and members that the model lists, are names, too.
    expect(await askBy('contains_not', 'nknown prod')).toMatchObject({ kind: 'result' });
  });

  test('a day of the week or a month without a sale is one all the same', async () => {
    const { warehouse } = createWarehouse(({ sql }) =>
      sql.includes('SUM(') ? { columns: [['revenue', 'NUMERIC']], rows: [[0]] } : { rows: [] },
    );
    const ask = (dimension: string, value: string) => {
      const filters = [{ dimension, op: 'is', values: [value] }];
      return call('query_sales', { measures: ['revenue'], filters }, createContext(warehouse));
    };
    expect(await ask('weekday', 'Sunday')).toMatchObject({ kind: 'result' });
    expect(await ask('month_of_year', 'august')).toMatchObject({ kind: 'result' });
    expect(await ask('weekday', 'Sonntag')).toMatchObject({ code: 'no_match' });
  });

  test('a part of the name of someone else’s warehouse is as unknown as any other', async () => {
    const { warehouse } = createWarehouse(() => ({ columns: [['revenue', 'NUMERIC']], rows: [[0]] }));
    const context = createContext(warehouse, { access: ['WH-NORTH'] });
    for (const op of ['contains', 'contains_not']) {
      const ask = (value: string) => {
        const filters = [{ dimension: 'warehouse', op, values: [value] }];
        return call('query_sales', { measures: ['revenue'], filters }, context);
      };
      expect(await ask('nor')).toMatchObject({ kind: 'result' });
      expect(await ask('sou')).toMatchObject({ code: 'no_match', message: 'No warehouse contains "sou".' });
    }
  });

  test('a warehouse of someone else is not permitted, and one that is not there is not found', async () => {
    const { warehouse } = createWarehouse(() => ({ columns: [['revenue', 'NUMERIC']], rows: [[0]] }));
    const context = createContext(warehouse, { access: ['WH-NORTH'] });
    const ask = (value: string) =>
      call(
        'query_sales',
        { measures: ['revenue'], filters: [{ dimension: 'warehouse', op: 'is', values: [value] }] },
        context,
      );
    expect(await ask('south')).toMatchObject({
      code: 'not_permitted',
      hint: expect.stringMatching(/They may see: North\./),
    });
    expect(await ask('wh-west')).toMatchObject({
      code: 'no_match',
      message: 'There is no warehouse "wh-west".',
    });
    expect(await ask('NORTH')).toMatchObject({ kind: 'result' });
  });
});
