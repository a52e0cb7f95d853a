import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ReorderInput, recommendReorder, toOrderQuantity } from './reorder.ts';

const settings = { serviceLevel: 0.95, reviewDays: 7 };
const input: ReorderInput = {
  onHand: 20,
  reserved: 4,
  onOrder: 10,
  policy: null,
  demand: { perDay: 4, sdPerDay: 2 },
  leadTime: { days: 9, sdDays: 1.5 },
  minOrderQuantity: 1,
  packSize: 1,
};

describe('a product', () => {
  test('is reordered when on hand less reserved plus on order is below demand over the lead time plus safety stock', () => {
    // 1.6449 * sqrt(9 * 2^2 + 4^2 * 1.5^2) = 13.96; point = ceil(4 * 9 + 13.96) = 50; target = 50 + 4 * 7 = 78.
    expect(recommendReorder(input, settings)).toEqual({
      urgency: 'runs out before delivery',
      available: 16,
      position: 26,
      reorderPoint: 50,
      safetyStock: 14,
      computedPoint: 50,
      daysUntilStockOut: 4,
      orderUpTo: 78,
      coveredSafetyStock: 14,
      suggestedQuantity: 52,
    });
  });

  test('whose demand over the lead time is whole has that as its point', () => {
    // 9 / 7 * 21 is 27.000000000000004 in floating point; half of all times needs no safety stock.
    const demand = { perDay: 9 / 7, sdPerDay: 2 };
    const whole = {
      ...input,
      demand,
      leadTime: { days: 21, sdDays: 1 },
      onHand: 27,
      reserved: 0,
      onOrder: 0,
    };
    const found = recommendReorder(whole, { ...settings, serviceLevel: 0.5 });
    expect(found).toMatchObject({ reorderPoint: 27, safetyStock: 0, urgency: 'no order needed' });
  });

  test('is left alone at its reorder point and reordered one unit below it', () => {
    expect(recommendReorder({ ...input, onHand: 44 }, settings)).toMatchObject({
      urgency: 'no order needed',
      position: 50,
      reorderPoint: 50,
      suggestedQuantity: 0,
    });
    expect(recommendReorder({ ...input, onHand: 43 }, settings)?.suggestedQuantity).toBeGreaterThan(0);
  });

  test('is reordered at its reorder point, too, where that is asked for, and not above it', () => {
    const atPoint = { ...settings, atPoint: true };
    expect(recommendReorder({ ...input, onHand: 44 }, atPoint)).toMatchObject({
      ...{ urgency: 'soon', position: 50, reorderPoint: 50, suggestedQuantity: 28 },
    });
    expect(recommendReorder({ ...input, onHand: 45 }, atPoint)?.urgency).toBe('no order needed');
  });

  test('with a recorded point follows that, and without demand is ordered up to it', () => {
    const policy = { reorderPoint: 750, safetyStock: 1000 };
    const idle = {
      ...input,
      policy,
      demand: { perDay: 0, sdPerDay: 0 },
      onHand: 700,
      reserved: 0,
      onOrder: 0,
    };
    expect(recommendReorder(idle, settings)).toMatchObject({
      urgency: 'soon',
      reorderPoint: 750,
      safetyStock: 1000,
      daysUntilStockOut: null,
      suggestedQuantity: 50,
    });
    expect(recommendReorder({ ...idle, onHand: 750 }, settings)?.urgency).toBe('no order needed');
  });

  test('with nothing available is stocked out even when an order is on its way', () => {
    expect(recommendReorder({ ...input, onHand: 4 }, settings)).toMatchObject({
      urgency: 'stocked out',
      daysUntilStockOut: 0,
    });
  });

  test('without a recorded point and without a lead time gets no recommendation', () => {
    expect(recommendReorder({ ...input, leadTime: null }, settings)).toBeNull();
  });

  test('that nobody buys is not reordered', () => {
    expect(
      recommendReorder(
        { ...input, onHand: 0, reserved: 0, onOrder: 0, demand: { perDay: 0, sdPerDay: 0 } },
        settings,
      ),
    ).toMatchObject({ urgency: 'no order needed', reorderPoint: 0, suggestedQuantity: 0 });
  });
});

describe('a suggested quantity', () => {
  test.each([
    [3, 1, 1, 3],
    [3.2, 1, 1, 4],
    [3, 10, 1, 10],
    [13, 10, 12, 24],
    [24, 10, 12, 24],
    [0.4, 0, 0, 1],
  ])('for %d needed, minimum %d, packs of %d is %d', (needed, minOrderQuantity, packSize, quantity) => {
    expect(toOrderQuantity(needed, { minOrderQuantity, packSize })).toBe(quantity);
  });

  test('always lifts the position to the reorder point, in whole packs of at least the minimum', () => {
    const count = fc.integer({ min: 0, max: 500 });
    const inputs = fc.record({
      onHand: count,
      reserved: fc.integer({ min: 0, max: 50 }),
      onOrder: count,
      policy: fc.option(fc.record({ reorderPoint: count, safetyStock: count })),
      demand: fc.record({
        perDay: fc.double({ min: 0, max: 50, noNaN: true }),
        sdPerDay: fc.double({ min: 0, max: 50, noNaN: true }),
      }),
      leadTime: fc.option(
        fc.record({
          days: fc.integer({ min: 1, max: 90 }),
          sdDays: fc.double({ min: 0, max: 20, noNaN: true }),
        }),
      ),
      minOrderQuantity: fc.integer({ min: 1, max: 100 }),
      packSize: fc.integer({ min: 1, max: 48 }),
    });
    fc.assert(
      fc.property(inputs, (given) => {
        const found = recommendReorder(given, settings);
        if (found === null || found.urgency === 'no order needed') return;
        expect(found.position).toBeLessThan(found.reorderPoint);
        expect(found.position + found.suggestedQuantity).toBeGreaterThanOrEqual(found.reorderPoint);
        expect(found.suggestedQuantity % given.packSize).toBe(0);
        expect(found.suggestedQuantity).toBeGreaterThanOrEqual(given.minOrderQuantity);
      }),
    );
  });
});
