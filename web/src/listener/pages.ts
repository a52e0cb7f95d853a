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
export type PageValue<T, C> = { entries: T[]; last: C | null; full: boolean };
export type ListenPage<T, C> = (
  range: Range<C>,
  onNext: (value: PageValue<T, C>) => void,
  onError: (error: Error) => void,
) => () => void;

const firstPage = 50;
const laterPage = 80;
/** A page that is not the last one is bounded by its place in the order: entries that move into it are no longer cut. */
const closedLimit = 100;

/**
 * A live list in pages. Only the last page is cut by a count; those before it listen to a fixed stretch of the order, so
 * that an entry that moves to the front leaves no gap behind.
 */
export function createPages<T, C>(listen: ListenPage<T, C>): Pages<T> {
  type Page = { after: C | null; value: PageValue<T, C> | null; stop: () => void };
  let pages: Page[] = [];
  let publish = () => {};
  let fail = (_error: Error) => {};
  const older = createState<Older>('none');

  const follow = (page: Page, upTo: C | null, limit: number) => {
    page.stop = listen(
      { after: page.after, upTo, limit },
      (value) => {
        page.value = value;
        publish();
      },
      (error) => fail(error),
    );
  };
  const open = (after: C | null, limit: number) => {
    const page: Page = { after, value: null, stop: () => {} };
    pages.push(page);
    follow(page, null, limit);
  };

  return {
    older,
    loadOlder: () => {
      const page = pages.at(-1);
      const last = page?.value?.last;
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
        const last = pages.at(-1)?.value;
        older.set(last === null || last === undefined ? 'loading' : last.full ? 'some' : 'none');
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
