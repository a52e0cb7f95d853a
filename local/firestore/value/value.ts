/** A moment to the microsecond, as Firestore keeps it. `nanos` is a multiple of 1000. */
export type Timestamp = { seconds: number; nanos: number };

/** A field value. Integers are 64 bit; a `reference` is a whole document name. */
export type Value =
  | { type: 'null' }
  | { type: 'boolean'; value: boolean }
  | { type: 'integer'; value: bigint }
  | { type: 'double'; value: number }
  | { type: 'timestamp'; value: Timestamp }
  | { type: 'string'; value: string }
  | { type: 'bytes'; value: Uint8Array }
  | { type: 'reference'; value: string }
  | { type: 'geopoint'; latitude: number; longitude: number }
  | { type: 'array'; values: Value[] }
  | { type: 'map'; fields: Fields };

export type Fields = ReadonlyMap<string, Value>;

export type MapValue = Extract<Value, { type: 'map' }>;

/** Microseconds since 1970: a commit or read time. Safe as a number until the year 2255. */
export type Micros = number;

/** `name` is whole: `projects/p/databases/d/documents/a/b`. */
export type Document = { name: string; fields: Fields; createTime: Micros; updateTime: Micros };

/** The SDKs write a vector as a map under this key; it sorts between arrays and maps. */
export function isVector(value: MapValue): boolean {
  const type = value.fields.get('__type__');
  return type?.type === 'string' && type.value === '__vector__';
}
