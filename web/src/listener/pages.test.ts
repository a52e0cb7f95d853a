import { expect, test } from 'vitest';
import { createPages, type PageValue, type Range } from './pages.ts';

/** Numbers in descending order, listened to as Firestore would. */
function setUp(count: number) {
  let numbers = Array.from({ length: count }, (_, index) => count - index);
  const listeners = new Set<() => void>();
  const listen = (range: Range<number>, onNext: (value: PageValue<number, number>) => void) => {
    const send = () => {
      const { after, upTo, limit } = range;
      const found = numbers.filter((n) => (after === null || n < after) && (upTo === null || n >= upTo));
      const entries = found.slice(0, limit);
      onNext({ entries, places: entries });
    };
    listeners.add(send);
    send();
    return () => void listeners.delete(send);
  };
  const pages = createPages(listen);
  const leave = pages.entries.subscribe(() => {});
  const entries = () => {
    const loaded = pages.entries.get();
    return loaded.state === 'ready' ? loaded.value : [];
  };
  const change = (next: number[]) => {
    numbers = next.toSorted((a, b) => b - a);
    for (const send of [...listeners]) send();
  };
  return { pages, entries, change, all: () => numbers, leave, listeners };
}

test('500 entries come in pages, each once and in order', () => {
  const { pages, entries, all } = setUp(500);
  expect(entries()).toHaveLength(50);
  for (let times = 0; times < 10 && pages.older.get() === 'some'; times += 1) pages.loadOlder();
  expect(pages.older.get()).toBe('none');
  expect(entries()).toEqual(all());
});

test('an entry that moves to the front leaves no gap, and a deleted one none either', () => {
  const { pages, entries, change, all } = setUp(200);
  pages.loadOlder();
  change([...all().filter((n) => n !== 120 && n !== 180), 201]);
  expect(entries()).toEqual(all().slice(0, entries().length));
  expect(entries()).toContain(151);
});

test('more new entries than one listener may read leave no gap, one by one or at once', () => {
  const { pages, entries, change, all, listeners } = setUp(200);
  pages.loadOlder();
  const shown = entries().length;
  for (let n = 201; n <= 280; n += 1) change([...all(), n]);
  expect(entries()).toEqual(all().slice(0, shown + 80));
  change([...all(), ...Array.from({ length: 60 }, (_, index) => 281 + index)]);
  expect(entries()).toEqual(all().slice(0, shown + 140));
  for (let times = 0; times < 3; times += 1) pages.loadOlder();
  expect(entries()).toEqual(all());
  // Three pages, the first of them in three.
  expect(listeners.size).toBe(5);
});

test('a list that fits one page has no older entries', () => {
  const { pages, entries, listeners } = setUp(3);
  pages.loadOlder();
  expect(pages.older.get()).toBe('none');
  expect(entries()).toEqual([3, 2, 1]);
  expect(listeners.size).toBe(1);
});
