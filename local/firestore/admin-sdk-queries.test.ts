import { FieldPath, Filter } from '@google-cloud/firestore';
import { beforeEach, describe, expect, test } from 'vitest';
import { useAdmin } from './testing/use-admin.ts';

const admin = useAdmin();

describe('queries', () => {
  const ids = async (query: FirebaseFirestore.Query) => (await query.get()).docs.map((doc) => doc.id);

  beforeEach(async () => {
    const batch = admin.db.batch();
    const rows = {
      a: { n: 1, kind: 'x', tags: ['red', 'blue'], nested: { v: 3 } },
      b: { n: 2.5, kind: 'y', tags: ['blue'], nested: { v: 1 } },
      c: { n: 3, kind: 'x', tags: [], gone: null },
      d: { n: null, kind: 'y' },
      e: { kind: 'x', n: 'text' },
    };
    for (const [id, row] of Object.entries(rows)) batch.set(admin.db.doc(`rows/${id}`), row);
    await batch.commit();
  });

  test('every operator selects as documented', async () => {
    const rows = admin.db.collection('rows');
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
    const rows = admin.db.collection('rows');
    const either = Filter.or(
      Filter.where('n', '==', 1),
      Filter.and(Filter.where('kind', '==', 'y'), Filter.where('n', '==', 2.5)),
    );
    expect(await ids(rows.where(either))).toEqual(['a', 'b']);
  });

  test('orders put types one after another and skip documents without the field', async () => {
    expect(await ids(admin.db.collection('rows').orderBy('n'))).toEqual(['d', 'a', 'b', 'c', 'e']);
    expect(await ids(admin.db.collection('rows').orderBy('kind').orderBy('n', 'desc'))).toEqual([
      'e',
      'c',
      'a',
      'b',
      'd',
    ]);
    expect(await ids(admin.db.collection('rows').orderBy('nested.v'))).toEqual(['b', 'a']);
  });

  test('cursors, limits and offsets cut the order', async () => {
    const byN = admin.db.collection('rows').orderBy('n');
    expect(await ids(byN.startAt(1).endBefore(3))).toEqual(['a', 'b']);
    expect(await ids(byN.startAfter(1).endAt(3))).toEqual(['b', 'c']);
    expect(await ids(byN.limit(2).offset(1))).toEqual(['a', 'b']);
    expect(await ids(byN.limitToLast(2))).toEqual(['c', 'e']);
    const snapshot = await admin.db.doc('rows/b').get();
    expect(await ids(byN.startAfter(snapshot))).toEqual(['c', 'e']);
    expect(await ids(byN.offset(100))).toEqual([]);
  });

  test('a projection answers with the named fields only', async () => {
    const result = await admin.db.collection('rows').where('n', '==', 1).select('kind', 'nested.v').get();
    expect(result.docs.map((doc) => doc.data())).toEqual([{ kind: 'x', nested: { v: 3 } }]);
    const names = await admin.db.collection('rows').select().limit(1).get();
    expect(names.docs.map((doc) => doc.data())).toEqual([{}]);
  });

  test('a collection group spans all parents', async () => {
    await admin.db.doc('rows/a/parts/p1').set({ v: 1 });
    await admin.db.doc('other/z/parts/p2').set({ v: 2 });
    expect(await ids(admin.db.collectionGroup('parts').orderBy('v'))).toEqual(['p2', 'p1'].reverse());
  });

  test('count, sum and average', async () => {
    const { AggregateField } = await import('@google-cloud/firestore');
    const result = await admin.db
      .collection('rows')
      .aggregate({
        all: AggregateField.count(),
        sum: AggregateField.sum('n'),
        mean: AggregateField.average('n'),
      })
      .get();
    expect(result.data()).toEqual({ all: 5, sum: 6.5, mean: 6.5 / 3 });
    const some = admin.db
      .collection('rows')
      .aggregate({ all: AggregateField.count(), sum: AggregateField.sum('nested.v') });
    expect((await some.get()).data()).toEqual({ all: 2, sum: 4 });
    expect((await admin.db.collection('none').count().get()).data().count).toBe(0);
  });

  test('what no query may ask is refused', async () => {
    const many = Array.from({ length: 31 }, (_, index) => index);
    await expect(admin.db.collection('rows').where('n', 'in', many).get()).rejects.toMatchObject({ code: 3 });
  });
});
