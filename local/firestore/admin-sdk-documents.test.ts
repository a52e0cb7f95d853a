import { FieldValue, GeoPoint, Timestamp } from '@google-cloud/firestore';
import { describe, expect, test } from 'vitest';
import { useAdmin } from './testing/use-admin.ts';

const admin = useAdmin();

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
      reference: admin.db.doc('other/thing'),
      emptyList: [],
      emptyMap: {},
    };
    await admin.db.doc('things/one').set(value);
    const read = await admin.db.doc('things/one').get();
    expect(read.get('reference').path).toBe('other/thing');
    const { reference, ...rest } = read.data() ?? {};
    const { reference: written, ...expected } = value;
    expect(rest).toEqual(expected);
    await admin.db.doc('things/nan').set({ x: Number.NaN });
    expect((await admin.db.doc('things/nan').get()).get('x')).toBeNaN();
  });

  test('a missing document is read as missing', async () => {
    expect((await admin.db.doc('things/none').get()).exists).toBe(false);
  });

  test('set with merge keeps other fields; update replaces nested paths and deletes', async () => {
    const ref = admin.db.doc('things/one');
    await ref.set({ a: { x: 1, y: 2 }, b: 1 });
    await ref.set({ a: { x: 5 } }, { merge: true });
    await ref.update({ 'a.y': FieldValue.delete(), c: 'new' });
    expect((await ref.get()).data()).toEqual({ a: { x: 5 }, b: 1, c: 'new' });
  });

  test('transforms use what is stored', async () => {
    const ref = admin.db.doc('things/one');
    await ref.set({ n: 1, list: [1, 2], low: 5, high: 5 });
    const before = Date.now();
    await ref.update({
      n: FieldValue.increment(2.5),
      list: FieldValue.arrayUnion(2, 3),
      low: FieldValue.minimum(3),
      high: FieldValue.maximum(3),
      at: FieldValue.serverTimestamp(),
    });
    const after = Date.now();
    await ref.update({ list: FieldValue.arrayRemove(1) });
    const read = await ref.get();
    expect(read.data()).toMatchObject({ n: 3.5, list: [2, 3], low: 3, high: 5 });
    const at = read.get('at').toMillis();
    expect([before, at, after].toSorted((a, b) => a - b)).toEqual([before, at, after]);
  });

  test('preconditions refuse with their own codes', async () => {
    const ref = admin.db.doc('things/one');
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
    const batch = admin.db
      .batch()
      .set(admin.db.doc('things/one'), { a: 1 })
      .update(admin.db.doc('things/missing'), { a: 1 });
    await expect(batch.commit()).rejects.toMatchObject({ code: 5 });
    expect((await admin.db.doc('things/one').get()).exists).toBe(false);
  });

  test('a write that changes nothing keeps the update time', async () => {
    const ref = admin.db.doc('things/one');
    await ref.set({ a: 1 });
    const before = await ref.get();
    await ref.set({ a: 1 });
    expect((await ref.get()).updateTime?.isEqual(before.updateTime ?? Timestamp.now())).toBe(true);
  });

  test('a document over 1 MiB is refused, and a batch takes any number of writes', async () => {
    await expect(admin.db.doc('things/big').set({ text: 'x'.repeat(1_048_577) })).rejects.toMatchObject({
      code: 3,
    });
    await admin.db.doc('things/fits').set({ text: 'x'.repeat(1_048_000) });
    const batch = admin.db.batch();
    for (let index = 0; index < 1_001; index++) batch.set(admin.db.doc(`things/${index}`), {});
    expect(await batch.commit()).toHaveLength(1_001);
  });

  test('reserved names are refused', async () => {
    await expect(admin.db.doc('things/__x__').set({})).rejects.toMatchObject({ code: 3 });
    await expect(admin.db.doc('things/one').set({ __x__: 1 })).rejects.toMatchObject({ code: 3 });
  });

  test('a bulk writer reports each failure alone', async () => {
    const writer = admin.db.bulkWriter();
    writer.onWriteError(() => false);
    const good = writer.set(admin.db.doc('things/good'), { a: 1 });
    const bad = writer
      .update(admin.db.doc('things/missing'), { a: 1 })
      .catch((error: { code: number }) => error.code);
    await writer.close();
    await good;
    expect(await bad).toBe(5);
    expect((await admin.db.doc('things/good').get()).exists).toBe(true);
  });

  test('documents and collections are listed, missing parents included', async () => {
    await admin.db.doc('things/one').set({ a: 1 });
    await admin.db.doc('things/ghost/parts/p').set({ a: 1 });
    expect((await admin.db.listCollections()).map((collection) => collection.id)).toEqual(['things']);
    expect((await admin.db.doc('things/ghost').listCollections()).map((collection) => collection.id)).toEqual(
      ['parts'],
    );
    expect((await admin.db.collection('things').listDocuments()).map((ref) => ref.id)).toEqual([
      'ghost',
      'one',
    ]);
  });

  test('recursiveDelete leaves nothing below', async () => {
    await admin.db.doc('things/one').set({ a: 1 });
    await admin.db.doc('things/one/parts/p/more/m').set({ a: 1 });
    await admin.db.doc('things/one-more').set({ a: 1 });
    await admin.db.recursiveDelete(admin.db.doc('things/one'));
    expect((await admin.db.doc('things/one/parts/p/more/m').get()).exists).toBe(false);
    expect((await admin.db.doc('things/one-more').get()).exists).toBe(true);
  });
});
