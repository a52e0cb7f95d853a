import { FieldPath, FieldValue, Filter, type Firestore, GeoPoint, Timestamp } from '@google-cloud/firestore';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAdmin } from './testing/admin-client.ts';
import { startServer, type TestServer } from './testing/start-server.ts';

let server: TestServer;
let db: Firestore;
let count = 0;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
beforeEach(() => {
  db = createAdmin(server, `demo-admin-${process.pid}-${count++}`);
});

describe('documents', () => {
  test('every type of value comes back as it was written', async () => {
    const value = {
      nothing: null,
      yes: true,
      integer: 42,
      double: 1.5,
      huge: Number.MAX_SAFE_INTEGER,
      infinite: Number.POSITIVE_INFINITY,
      text: 'naïve 日本 😀 \u0000',
      time: new Timestamp(1_700_000_000, 123_456_000),
      bytes: Buffer.from([0, 255, 7]),
      place: new GeoPoint(-1.5, 100),
      list: [1, 'two', { three: [3] }],
      map: { 'odd key.`': { deep: true } },
      vector: FieldValue.vector([1, 2.5]),
      reference: db.doc('other/thing'),
      emptyList: [],
      emptyMap: {},
    };
    await db.doc('things/one').set(value);
    const read = await db.doc('things/one').get();
    expect(read.get('reference').path).toBe('other/thing');
    const { reference, ...rest } = read.data() ?? {};
    const { reference: written, ...expected } = value;
    expect(rest).toEqual(expected);
    await db.doc('things/nan').set({ x: Number.NaN });
    expect((await db.doc('things/nan').get()).get('x')).toBeNaN();
  });

  test('a missing document is read as missing', async () => {
    expect((await db.doc('things/none').get()).exists).toBe(false);
  });

  test('set with merge keeps other fields; update replaces nested paths and deletes', async () => {
    const ref = db.doc('things/one');
    await ref.set({ a: { x: 1, y: 2 }, b: 1 });
    await ref.set({ a: { x: 5 } }, { merge: true });
    await ref.update({ 'a.y': FieldValue.delete(), c: 'new' });
    expect((await ref.get()).data()).toEqual({ a: { x: 5 }, b: 1, c: 'new' });
  });

  test('transforms use what is stored', async () => {
    const ref = db.doc('things/one');
    await ref.set({ n: 1, list: [1, 2], low: 5, high: 5 });
    await ref.update({
      n: FieldValue.increment(2.5),
      list: FieldValue.arrayUnion(2, 3),
      low: FieldValue.minimum(3),
      high: FieldValue.maximum(3),
      at: FieldValue.serverTimestamp(),
    });
    await ref.update({ list: FieldValue.arrayRemove(1) });
    const read = await ref.get();
    expect(read.data()).toMatchObject({ n: 3.5, list: [2, 3], low: 3, high: 5 });
    expect(Math.abs(read.get('at').toMillis() - Date.now())).toBeLessThan(5_000);
  });

  test('preconditions refuse with their own codes', async () => {
    const ref = db.doc('things/one');
    await expect(ref.update({ a: 1 })).rejects.toMatchObject({ code: 5 });
    const first = await ref.create({ a: 1 });
    await expect(ref.create({ a: 2 })).rejects.toMatchObject({ code: 6 });
    await ref.update({ a: 3 });
    await expect(ref.update({ a: 4 }, { lastUpdateTime: first.writeTime })).rejects.toMatchObject({
      code: 9,
    });
    await expect(ref.delete({ lastUpdateTime: first.writeTime })).rejects.toMatchObject({ code: 9 });
    expect((await ref.get()).data()).toEqual({ a: 3 });
  });

  test('a batch is done whole or not at all', async () => {
    const batch = db.batch().set(db.doc('things/one'), { a: 1 }).update(db.doc('things/missing'), { a: 1 });
    await expect(batch.commit()).rejects.toMatchObject({ code: 5 });
    expect((await db.doc('things/one').get()).exists).toBe(false);
  });

  test('a write that changes nothing keeps the update time', async () => {
    const ref = db.doc('things/one');
    await ref.set({ a: 1 });
    const before = await ref.get();
    await ref.set({ a: 1 });
    expect((await ref.get()).updateTime?.isEqual(before.updateTime ?? Timestamp.now())).toBe(true);
  });

  test('a document over 1 MiB is refused, and a batch takes any number of writes', async () => {
    await expect(db.doc('things/big').set({ text: 'x'.repeat(1_048_577) })).rejects.toMatchObject({
      code: 3,
    });
    await db.doc('things/fits').set({ text: 'x'.repeat(1_048_000) });
    const batch = db.batch();
    for (let index = 0; index < 1_001; index++) batch.set(db.doc(`things/${index}`), {});
    expect(await batch.commit()).toHaveLength(1_001);
  });

  test('reserved names are refused', async () => {
    await expect(db.doc('things/__x__').set({})).rejects.toMatchObject({ code: 3 });
    await expect(db.doc('things/one').set({ __x__: 1 })).rejects.toMatchObject({ code: 3 });
  });

  test('a bulk writer reports each failure alone', async () => {
    const writer = db.bulkWriter();
    writer.onWriteError(() => false);
    const good = writer.set(db.doc('things/good'), { a: 1 });
    const bad = writer
      .update(db.doc('things/missing'), { a: 1 })
      .catch((error: { code: number }) => error.code);
    await writer.close();
    await good;
    expect(await bad).toBe(5);
    expect((await db.doc('things/good').get()).exists).toBe(true);
  });

  test('documents and collections are listed, missing parents included', async () => {
    await db.doc('things/one').set({ a: 1 });
    await db.doc('things/ghost/parts/p').set({ a: 1 });
    expect((await db.listCollections()).map((collection) => collection.id)).toEqual(['things']);
    expect((await db.doc('things/ghost').listCollections()).map((collection) => collection.id)).toEqual([
      'parts',
    ]);
    expect((await db.collection('things').listDocuments()).map((ref) => ref.id)).toEqual(['ghost', 'one']);
  });

  test('recursiveDelete leaves nothing below', async () => {
    await db.doc('things/one').set({ a: 1 });
    await db.doc('things/one/parts/p/more/m').set({ a: 1 });
    await db.doc('things/one-more').set({ a: 1 });
    await db.recursiveDelete(db.doc('things/one'));
    expect((await db.doc('things/one/parts/p/more/m').get()).exists).toBe(false);
    expect((await db.doc('things/one-more').get()).exists).toBe(true);
  });
});

describe('queries', () => {
  const ids = async (query: FirebaseFirestore.Query) => (await query.get()).docs.map((doc) => doc.id);

  beforeEach(async () => {
    const batch = db.batch();
    const rows = {
      a: { n: 1, kind: 'x', tags: ['red', 'blue'], nested: { v: 3 } },
      b: { n: 2.5, kind: 'y', tags: ['blue'], nested: { v: 1 } },
      c: { n: 3, kind: 'x', tags: [], gone: null },
      d: { n: null, kind: 'y' },
      e: { kind: 'x', n: 'text' },
    };
    for (const [id, row] of Object.entries(rows)) batch.set(db.doc(`rows/${id}`), row);
    await batch.commit();
  });

  test('every operator selects as documented', async () => {
    const rows = db.collection('rows');
    expect(await ids(rows.where('n', '<', 3))).toEqual(['a', 'b']);
    expect(await ids(rows.where('n', '<=', 3))).toEqual(['a', 'b', 'c']);
    expect(await ids(rows.where('n', '>', 1))).toEqual(['b', 'c']);
    expect(await ids(rows.where('n', '>=', 'a'))).toEqual(['e']);
    expect(await ids(rows.where('n', '==', 3))).toEqual(['c']);
    expect(await ids(rows.where('n', '==', null))).toEqual(['d']);
    expect(await ids(rows.where('n', '!=', 3))).toEqual(['a', 'b', 'e']);
    expect(await ids(rows.where('n', '!=', null))).toEqual(['a', 'b', 'c', 'e']);
    expect(await ids(rows.where('n', 'in', [1, 3, 'text']))).toEqual(['a', 'c', 'e']);
    expect(await ids(rows.where('n', 'not-in', [1, 3]))).toEqual(['b', 'e']);
    expect(await ids(rows.where('tags', 'array-contains', 'blue'))).toEqual(['a', 'b']);
    expect(await ids(rows.where('tags', 'array-contains-any', ['red', 'green']))).toEqual(['a']);
    expect(await ids(rows.where('nested.v', '>', 0))).toEqual(['b', 'a']);
    expect(await ids(rows.where(FieldPath.documentId(), '>', 'c'))).toEqual(['d', 'e']);
    expect(await ids(rows.where(FieldPath.documentId(), 'in', ['a', 'd']))).toEqual(['a', 'd']);
  });

  test('and/or combine', async () => {
    const rows = db.collection('rows');
    const either = Filter.or(
      Filter.where('n', '==', 1),
      Filter.and(Filter.where('kind', '==', 'y'), Filter.where('n', '==', 2.5)),
    );
    expect(await ids(rows.where(either))).toEqual(['a', 'b']);
  });

  test('orders put types one after another and skip documents without the field', async () => {
    expect(await ids(db.collection('rows').orderBy('n'))).toEqual(['d', 'a', 'b', 'c', 'e']);
    expect(await ids(db.collection('rows').orderBy('kind').orderBy('n', 'desc'))).toEqual([
      'e',
      'c',
      'a',
      'b',
      'd',
    ]);
    expect(await ids(db.collection('rows').orderBy('nested.v'))).toEqual(['b', 'a']);
  });

  test('cursors, limits and offsets cut the order', async () => {
    const byN = db.collection('rows').orderBy('n');
    expect(await ids(byN.startAt(1).endBefore(3))).toEqual(['a', 'b']);
    expect(await ids(byN.startAfter(1).endAt(3))).toEqual(['b', 'c']);
    expect(await ids(byN.limit(2).offset(1))).toEqual(['a', 'b']);
    expect(await ids(byN.limitToLast(2))).toEqual(['c', 'e']);
    const snapshot = await db.doc('rows/b').get();
    expect(await ids(byN.startAfter(snapshot))).toEqual(['c', 'e']);
    expect(await ids(byN.offset(100))).toEqual([]);
  });

  test('a projection answers with the named fields only', async () => {
    const result = await db.collection('rows').where('n', '==', 1).select('kind', 'nested.v').get();
    expect(result.docs.map((doc) => doc.data())).toEqual([{ kind: 'x', nested: { v: 3 } }]);
    const names = await db.collection('rows').select().limit(1).get();
    expect(names.docs.map((doc) => doc.data())).toEqual([{}]);
  });

  test('a collection group spans all parents', async () => {
    await db.doc('rows/a/parts/p1').set({ v: 1 });
    await db.doc('other/z/parts/p2').set({ v: 2 });
    expect(await ids(db.collectionGroup('parts').orderBy('v'))).toEqual(['p2', 'p1'].reverse());
  });

  test('count, sum and average', async () => {
    const { AggregateField } = await import('@google-cloud/firestore');
    const result = await db
      .collection('rows')
      .aggregate({
        all: AggregateField.count(),
        sum: AggregateField.sum('n'),
        mean: AggregateField.average('n'),
      })
      .get();
    expect(result.data()).toEqual({ all: 5, sum: 6.5, mean: 6.5 / 3 });
    const some = db
      .collection('rows')
      .aggregate({ all: AggregateField.count(), sum: AggregateField.sum('nested.v') });
    expect((await some.get()).data()).toEqual({ all: 2, sum: 4 });
    expect((await db.collection('none').count().get()).data().count).toBe(0);
  });

  test('what no query may ask is refused', async () => {
    const many = Array.from({ length: 31 }, (_, index) => index);
    await expect(db.collection('rows').where('n', 'in', many).get()).rejects.toMatchObject({ code: 3 });
  });
});

describe('transactions', () => {
  test('a transaction that lost a race is run again and wins', async () => {
    const ref = db.doc('counters/one');
    await ref.set({ n: 0 });
    let runs = 0;
    await db.runTransaction(async (transaction) => {
      const read = await transaction.get(ref);
      if (runs++ === 0) await ref.update({ n: 10 });
      transaction.update(ref, { n: read.get('n') + 1 });
    });
    expect(runs).toBe(2);
    expect((await ref.get()).get('n')).toBe(11);
  });

  test('a document that joins a query in between aborts the transaction', async () => {
    let runs = 0;
    const seen = await db.runTransaction(async (transaction) => {
      const found = await transaction.get(db.collection('slots').where('free', '==', true));
      if (runs++ === 0) await db.doc('slots/new').set({ free: true });
      transaction.set(db.doc('log/one'), { free: found.size });
      return found.size;
    });
    expect([runs, seen]).toEqual([2, 1]);
  });

  test('ten increments side by side all count', async () => {
    const ref = db.doc('counters/two');
    await ref.set({ n: 0 });
    const add = () =>
      db.runTransaction(
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
    const ref = db.doc('things/one');
    await ref.set({ v: 1 });
    const values = await db.runTransaction(
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
    const ref = db.doc('things/one');
    const { writeTime } = await ref.set({ v: 1 });
    await ref.delete();
    const past = await db.runTransaction((transaction) => transaction.get(db.collection('things')), {
      readOnly: true,
      readTime: writeTime,
    });
    expect(past.docs.map((doc) => doc.data())).toEqual([{ v: 1 }]);
  });

  test('a thrown error rolls back', async () => {
    const run = db.runTransaction(async (transaction) => {
      transaction.set(db.doc('things/one'), {});
      throw new Error('no');
    });
    await expect(run).rejects.toThrow('no');
    expect((await db.doc('things/one').get()).exists).toBe(false);
  });
});
