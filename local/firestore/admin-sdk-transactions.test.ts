import { describe, expect, test } from 'vitest';
import { useAdmin } from './testing/use-admin.ts';

const admin = useAdmin();

describe('transactions', () => {
  test('a transaction that lost a race is run again and wins', async () => {
    const ref = admin.db.doc('counters/one');
    await ref.set({ n: 0 });
    let runs = 0;
    await admin.db.runTransaction(async (transaction) => {
      const read = await transaction.get(ref);
      if (runs++ === 0) await ref.update({ n: 10 });
      transaction.update(ref, { n: read.get('n') + 1 });
    });
    expect(runs).toBe(2);
    expect((await ref.get()).get('n')).toBe(11);
  });

  test('a document that joins a query in between aborts the transaction', async () => {
    let runs = 0;
    const seen = await admin.db.runTransaction(async (transaction) => {
      const found = await transaction.get(admin.db.collection('slots').where('free', '==', true));
      if (runs++ === 0) await admin.db.doc('slots/new').set({ free: true });
      transaction.set(admin.db.doc('log/one'), { free: found.size });
      return found.size;
    });
    expect([runs, seen]).toEqual([2, 1]);
  });

  test('ten increments side by side all count', async () => {
    const ref = admin.db.doc('counters/two');
    await ref.set({ n: 0 });
    const add = () =>
      admin.db.runTransaction(
        async (transaction) => {
          const read = await transaction.get(ref);
          transaction.update(ref, { n: read.get('n') + 1 });
        },
        { maxAttempts: 20 },
      );
    await Promise.all(Array.from({ length: 10 }, add));
    expect((await ref.get()).get('n')).toBe(10);
  });

  test('a read-only transaction sees one moment', async () => {
    const ref = admin.db.doc('things/one');
    await ref.set({ v: 1 });
    const values = await admin.db.runTransaction(
      async (transaction) => {
        const first = (await transaction.get(ref)).get('v');
        await ref.set({ v: 2 });
        return [first, (await transaction.get(ref)).get('v')];
      },
      { readOnly: true },
    );
    expect(values).toEqual([1, 1]);
  });

  test('a read time answers from the past, deleted documents included', async () => {
    const ref = admin.db.doc('things/one');
    const { writeTime } = await ref.set({ v: 1 });
    await ref.delete();
    const past = await admin.db.runTransaction(
      (transaction) => transaction.get(admin.db.collection('things')),
      {
        readOnly: true,
        readTime: writeTime,
      },
    );
    expect(past.docs.map((doc) => doc.data())).toEqual([{ v: 1 }]);
  });

  test('a thrown error rolls back', async () => {
    const run = admin.db.runTransaction(async (transaction) => {
      transaction.set(admin.db.doc('things/one'), {});
      throw new Error('no');
    });
    await expect(run).rejects.toThrow('no');
    expect((await admin.db.doc('things/one').get()).exists).toBe(false);
  });
});
