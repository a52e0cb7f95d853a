import { z } from 'zod';
import { toCursorValues, toMatcher } from '../../state/match.ts';
import { type Cursor, fullOrder, type Order, type Query } from '../../state/query.ts';
import { project, runQuery } from '../../state/run-query.ts';
import type { Store } from '../../state/store.ts';
import { invalidArgument } from '../../status.ts';
import { parseFieldPath } from '../../value/field-path.ts';
import { lastSegment, parentOf } from '../../value/names.ts';
import { parseValue } from '../../value/parse-value.ts';
import { toWireDocument, toWireValue } from '../../value/to-wire.ts';
import type { Document } from '../../value/value.ts';
import { parseBody } from '../parse-body.ts';
import type { Operation } from './operation.ts';
import { toPage, toPlace } from './page.ts';
import { admitQuery } from './run-query.ts';

const defaultPageSize = 300;
const sizeSchema = z.object({ pageSize: z.coerce.number().int().nonnegative() });

/** The documents of a collection; with `showMissing` also the names that exist only as parents of others. */
export const listDocuments: Operation = (context, { name, params, access }) => {
  const query = toQuery(name, params.get('orderBy') ?? '');
  admitQuery(context, access, query);
  const showMissing = params.get('showMissing') === 'true';
  if (showMissing && query.orderBy.length > 0)
    throw invalidArgument('A list that shows missing documents takes no orderBy.');
  const left: Query = { ...query, startAt: toCursor(params.get('pageToken') ?? '') };
  const { matches, compare } = toMatcher(left);
  const { documents } = runQuery(context.store, left);
  const missing = showMissing ? missingDocuments(context.store, name).filter(matches) : [];
  const { pageSize } = parseBody(sizeSchema, { pageSize: params.get('pageSize') ?? 0 });
  const size = pageSize || defaultPageSize;
  const order = fullOrder(query);
  const all = [...documents, ...missing].sort(compare);
  const { items, nextPageToken } = toPage(all, size, (item) =>
    JSON.stringify(toCursorValues(item, order).map(toWireValue)),
  );
  const mask = params.getAll('mask.fieldPaths').map(parseFieldPath);
  const shown = items.map((item) => {
    if (missing.includes(item)) return { name: item.name };
    return toWireDocument(params.has('mask.fieldPaths') ? project(item, mask) : item);
  });
  return { documents: shown, nextPageToken };
};

/** @throws FirestoreError INVALID_ARGUMENT where the token is none of a list */
function toCursor(token: string): Cursor | null {
  const place = toPlace(token);
  if (place === null) return null;
  try {
    const values = z.array(z.unknown()).parse(JSON.parse(place));
    return { values: values.map((value) => parseValue(value)), before: false };
  } catch {
    throw invalidArgument(`The page token "${token}" is not one that a list gave out.`);
  }
}

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

/** Without fields or times, as they are not there. */
function missingDocuments(store: Store, collection: string): Document[] {
  const below = `${collection}/`;
  const names = store.names(below);
  const existing = new Set(names);
  const parents = names.map((name) => `${below}${name.slice(below.length).split('/')[0]}`);
  return [...new Set(parents)]
    .filter((name) => !existing.has(name))
    .map((name) => ({ name, fields: new Map(), createTime: 0, updateTime: 0 }));
}
