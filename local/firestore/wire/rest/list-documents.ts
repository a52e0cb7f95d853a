import type { Order, Query } from '../../state/query.ts';
import { project, runQuery } from '../../state/run-query.ts';
import type { Store } from '../../state/store.ts';
import { invalidArgument } from '../../status.ts';
import { compareNames } from '../../value/compare.ts';
import { parseFieldPath } from '../../value/field-path.ts';
import { lastSegment, parentOf } from '../../value/names.ts';
import { toWireDocument } from '../../value/to-wire.ts';
import type { Operation } from './operation.ts';
import { toPage } from './page.ts';
import { admitQuery } from './run-query.ts';

const defaultPageSize = 300;

/** The documents of a collection; with `showMissing` also the names that exist only as parents of others. */
export const listDocuments: Operation = (context, { name, params, access }) => {
  const query = toQuery(name, params.get('orderBy') ?? '');
  admitQuery(context, access, query);
  const { documents } = runQuery(context.store, query);
  const mask = params.getAll('mask.fieldPaths').map(parseFieldPath);
  const shown = documents.map((document) =>
    toWireDocument(params.has('mask.fieldPaths') ? project(document, mask) : document),
  );
  const missing = params.get('showMissing') === 'true' ? missingNames(context.store, name, documents) : [];
  const all = [...shown, ...missing.map((document) => ({ name: document }))];
  if (missing.length > 0) all.sort((a, b) => compareNames(a.name, b.name));
  const size = Number(params.get('pageSize') ?? 0) || defaultPageSize;
  const { items, nextPageToken } = toPage(all, size, params.get('pageToken') ?? '', (item) => item.name);
  return { documents: items, nextPageToken };
};

function toQuery(collection: string, orderBy: string): Query {
  return {
    parent: parentOf(collection),
    collectionId: lastSegment(collection),
    allDescendants: false,
    where: null,
    orderBy: orderBy === '' ? [] : orderBy.split(',').map(parseOrder),
    startAt: null,
    endAt: null,
    offset: 0,
    limit: null,
    select: null,
  };
}

function parseOrder(text: string): Order {
  const [field, direction = 'asc', ...rest] = text.trim().split(/\s+/);
  const known = direction.toLowerCase();
  if (!field || rest.length > 0 || (known !== 'asc' && known !== 'desc'))
    throw invalidArgument(`Invalid order "${text}".`);
  return { field: parseFieldPath(field), direction: known };
}

function missingNames(store: Store, collection: string, present: { name: string }[]): string[] {
  const below = `${collection}/`;
  const existing = new Set(present.map((document) => document.name));
  const all = store.names(below).map((name) => `${below}${name.slice(below.length).split('/')[0]}`);
  return [...new Set(all)].filter((name) => !existing.has(name));
}
