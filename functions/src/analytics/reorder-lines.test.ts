import type { Cell } from '@tallyboard/contract';
import { describe, expect, test } from 'vitest';
import { toReorderLines } from './reorder-lines.ts';

const settings = { serviceLevels: { A: 0.98, B: 0.95, C: 0.9 }, reviewDays: 7 };
const stockDay = '2026-11-22';

type Facts = {
  id?: string;
  warehouse?: string;
  onHand?: number;
  own?: number;
  shared?: number;
  units?: number;
  squares?: number;
  since?: string;
  outDays?: number;
  receipts?: [count: number, days: number, squares: number];
  agreedDays?: number | null;
  shareBefore?: number;
  season?: [then: number, after: number];
  elsewhere?: [units: number, squares: number];
};

/** A row of the statement: a product in a warehouse. */
function row(facts: Facts): Cell[] {
  const { id = 'P1', warehouse = 'North', own = null, shared = null, units = null, squares = null } = facts;
  const { since = '2026-08-24', outDays = 0, agreedDays = 10 } = facts;
  const policy = (point: number | null) => [point, point === null ? null : 5];
  const product = [id, `Product ${id}`, `SKU-${id}`, `WH-${warehouse}`, warehouse, 'Acme'];
  const stock = [facts.onHand ?? 10, 0, 0, ...policy(own), ...policy(shared), units, squares];
  const terms = [
    since,
    outDays,
    ...(facts.receipts ?? [null, null, null]),
    agreedDays,
    1,
    1,
    2.5,
    facts.shareBefore ?? null,
    ...(facts.season ?? [null, null]),
    ...(facts.elsewhere ?? [null, null]),
  ];
  return [...product, ...stock, ...terms];
}

const whole = { demand: { end: stockDay, count: 91 }, isWholeCompany: true };
const lines = (rows: Cell[][], count = 91) =>
  toReorderLines(rows, { ...whole, demand: { end: stockDay, count } }, settings).lines;

describe('a policy for all warehouses together', () => {
  test('is compared with the stock of all of them, in one line', () => {
    const rows = [row({ onHand: 4, shared: 10 }), row({ warehouse: 'South', onHand: 5, shared: 10 })];
    expect(lines(rows)).toMatchObject([
      { warehouse: null, onHand: 9, position: 9, reorderPoint: 10, policy: 'recorded' },
    ]);
  });

  test('is met when their stock is at the point, though each has less', () => {
    const rows = [row({ onHand: 5, shared: 10 }), row({ warehouse: 'South', onHand: 5, shared: 10 })];
    expect(lines(rows)).toEqual([]);
  });

  test('counts what sold in warehouses that have no stock of it on record', () => {
    const rows = [row({ onHand: 4, shared: 10, units: 91, squares: 91, elsewhere: [182, 546] })];
    const [line] = lines(rows);
    // One a day here, without deviation, and two a day elsewhere: 182 / 90 of variance.
    expect(line?.perDay).toBe(3);
    expect(line?.sdPerDay).toBeCloseTo(Math.sqrt((546 - 91 * 4) / 90), 12);
  });

  test('leaves a warehouse with a policy of its own a line of its own', () => {
    const rows = [row({ onHand: 2, own: 6, shared: 50 }), row({ warehouse: 'South', onHand: 5, shared: 50 })];
    expect(
      lines(rows).map(({ warehouse, reorderPoint, position }) => [warehouse, reorderPoint, position]),
    ).toEqual([
      [null, 50, 7],
      ['North', 6, 2],
    ]);
  });
});

test('a recorded point that is met, but lower than demand asks for, is counted', () => {
  const sold = { units: 182, squares: 364 };
  const rows = [
    row({ onHand: 4, own: 3, ...sold }),
    row({ warehouse: 'South', onHand: 400, own: 3, ...sold }),
    row({ warehouse: 'West', onHand: 400, ...sold }),
  ];
  expect(toReorderLines(rows, whole, settings)).toMatchObject({ lines: [], outgrown: 1 });
});

describe('a part of the company', () => {
  const part = { ...whole, isWholeCompany: false };

  test('is not held to a point recorded for all of it', () => {
    const found = toReorderLines([row({ onHand: 4, shared: 10 })], part, settings);
    expect(found).toMatchObject({ lines: [], withoutLeadTime: 0, withoutPart: 1 });
  });

  test('is held to a computed point, and to one of its own', () => {
    const rows = [
      row({ onHand: 4, shared: 100, units: 91, squares: 91 }),
      row({ warehouse: 'South', onHand: 1, own: 3, shared: 100 }),
    ];
    const found = toReorderLines(rows, part, settings).lines;
    expect(found).toMatchObject([
      { warehouse: 'North', policy: 'computed', reorderPoint: 10 },
      { warehouse: 'South', policy: 'recorded', reorderPoint: 3 },
    ]);
  });
});

describe('demand', () => {
  const sold = { units: 60, squares: 120, onHand: 0, receipts: undefined };

  test('counts only days on which the product could be sold', () => {
    expect(lines([row({ ...sold, outDays: 31 })])[0]?.perDay).toBe(1);
  });

  test('of a new product counts the days since it is there', () => {
    expect(lines([row({ ...sold, since: '2026-10-24' })])[0]?.perDay).toBe(2);
    expect(lines([row({ ...sold, since: '2026-11-13' })])[0]?.perDay).toBe(6);
  });
});

test('the service level is that of the class of the product', () => {
  const uneven = { units: 91, squares: 455, onHand: 0 };
  const rows = [0.1, 0.9, 0.99].map((shareBefore, index) => row({ id: `P${index}`, shareBefore, ...uneven }));
  const found = lines(rows).map(({ abc, serviceLevel, safetyStock }) => [abc, serviceLevel, safetyStock]);
  // z is 2.05, 1.64 and 1.28; the deviation over ten days is sqrt(10 * (455 - 91) / 90) = 6.36.
  expect(found).toEqual([
    ['A', 0.98, 14],
    ['B', 0.95, 11],
    ['C', 0.9, 9],
  ]);
});

test('demand is that of the coming season', () => {
  const [line] = lines([row({ units: 91, squares: 91, onHand: 0, season: [910, 465] })]);
  expect(line).toMatchObject({ perDay: 1.5, seasonFactor: 1.5, reorderPoint: 15 });
});

describe('lead time', () => {
  const sold = { units: 91, squares: 91, onHand: 0 };

  test('is measured from three receipts on', () => {
    const [line] = lines([row({ ...sold, receipts: [3, 60, 1208] })]);
    expect(line).toMatchObject({ leadDays: 20, leadTimeSource: 'receipts' });
  });

  test('is the agreed one below three receipts', () => {
    const [line] = lines([row({ ...sold, receipts: [2, 60, 1800] })]);
    expect(line).toMatchObject({ leadDays: 10, leadTimeSource: 'terms' });
  });

  test('that nobody knows is counted, not guessed', () => {
    const found = toReorderLines([row({ ...sold, agreedDays: null })], whole, settings);
    expect(found).toEqual({ lines: [], enough: [], outgrown: 0, withoutLeadTime: 1, withoutPart: 0 });
  });
});

test('what is stocked out comes first, then what runs out first', () => {
  const steady = { units: 91, squares: 91 };
  const rows = [
    row({ id: 'A', onHand: 9, ...steady }),
    row({ id: 'B', onHand: 0, ...steady }),
    row({ id: 'C', onHand: 3, ...steady }),
  ];
  expect(lines(rows).map(({ product, urgency }) => `${product} ${urgency}`)).toEqual([
    'Product B stocked out',
    'Product C runs out before delivery',
    'Product A runs out before delivery',
  ]);
});
