import { createLive, type Live, type Loaded } from '../live/live.ts';
import { createState } from '../live/state.ts';

/** Whether there are entries beyond those that are listened to. */
export type Older = 'none' | 'some' | 'loading';

export type Pages<T> = {
  entries: Live<Loaded<T[]>>;
  older: Live<Older>;
  /** Listens to one page more. Does nothing while one is on its way. */
  loadOlder: () => void;
};

/** Entries after one place in the order, up to another (included); null is an open end. */
export type Range<C> = { after: C | null; upTo: C | null; limit: number };
/** `places` are those of the entries in the order. */
export type PageValue<T, C> = { entries: T[]; places: C[] };
export type ListenPage<T, C> = (
  range: Range<C>,
  onNext: (value: PageValue<T, C>) => void,
  onError: (error: Error) => void,
) => () => void;

const firstPage = 50;
const laterPage = 80;
/** A page that is not the last one is bounded by its place in the order, and cut in two where it grows to what the rules let one listener read. */
const closedLimit = 100;

/**
 * A live list in pages. Only the last page is cut by a count; those before it listen to a fixed stretch of the order, so
 * that an entry that moves to the front leaves no gap behind.
 */
export function createPages<T, C>(listen: ListenPage<T, C>): Pages<T> {
  type Page = { after: C | null; value: PageValue<T, C> | null; full: boolean; stop: () => void };
  let pages: Page[] = [];
  let publish = () => {};
  let fail = (_error: Error) => {};
  const older = createState<Older>('none');

  const follow = (page: Page, upTo: C | null, limit: number) => {
    page.stop = listen(
      { after: page.after, upTo, limit },
      (value) => {
        page.value = value;
        page.full = value.places.length === limit;
        if (page.full && upTo !== null) split(page, value, upTo);
        publish();
      },
      (error) => fail(error),
    );
  };
  const open = (after: C | null, limit: number) => {
    const page: Page = { after, value: null, full: false, stop: () => {} };
    pages.push(page);
    follow(page, null, limit);
  };
  /** A stretch that has grown past what one listener may read becomes two. */
  const split = (page: Page, { entries, places }: PageValue<T, C>, upTo: C) => {
    const half = closedLimit / 2;
    const middle = places[half - 1] ?? upTo;
    const value = { entries: entries.slice(half), places: places.slice(half) };
    const rest: Page = { after: middle, value, full: false, stop: () => {} };
    page.value = { entries: entries.slice(0, half), places: places.slice(0, half) };
    pages.splice(pages.indexOf(page) + 1, 0, rest);
    page.stop();
    follow(page, middle, closedLimit);
    follow(rest, upTo, closedLimit);
  };

  return {
    older,
    loadOlder: () => {
      const page = pages.at(-1);
      const last = page?.value?.places.at(-1);
      if (!page || !last || older.get() !== 'some') return;
      older.set('loading');
      page.stop();
      follow(page, last, closedLimit);
      open(last, laterPage);
    },
    entries: createLive((onNext, onError) => {
      fail = onError;
      publish = () => {
        const values = pages.flatMap((page) => page.value ?? []);
        if (values.length === 0) return;
        const last = pages.at(-1);
        older.set(!last?.value ? 'loading' : last.full ? 'some' : 'none');
        onNext(values.flatMap((value) => value.entries));
      };
      pages = [];
      open(null, firstPage);
      return () => {
        for (const page of pages) page.stop();
        pages = [];
      };
    }),
  };
}
