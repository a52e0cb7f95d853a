/**
 * The writes of a commit as Firestore's REST interface takes them, from the form in which the client hands them to its
 * transport: there a time is seconds and nanoseconds, null has a name and a whole number may be a number. Undefined where a
 * write holds something that is not known here.
 * Source: https://firebase.google.com/docs/firestore/reference/rest/v1/Write
 */
export function toRestWrites(writes: readonly unknown[]): object[] | undefined {
  try {
    return writes.map(toWrite);
  } catch (error) {
    if (error instanceof UnknownWriteError) return undefined;
    throw error;
  }
}

/** Seconds and nanoseconds of a time such as `2026-11-23T14:00:00.123456Z`. */
export function parseRestTime(text: string): { seconds: number; nanos: number } {
  const [, seconds = '', fraction = ''] = /^(.*?)(?:\.(\d{1,9}))?Z$/.exec(text) ?? [];
  return { seconds: Date.parse(`${seconds}Z`) / 1000, nanos: Number(fraction.padEnd(9, '0')) };
}

class UnknownWriteError extends Error {
  override name = 'UnknownWriteError';
}

type Convert = (value: unknown) => unknown;

const asIs: Convert = (value) => value;

const toWrite = (write: unknown) => toObject(write, writeFields);
const toValue = (value: unknown) => toObject(value, valueFields);
const toArrayValue = (value: unknown) => toObject(value, arrayFields);

function toFields(fields: unknown): object {
  return Object.fromEntries(Object.entries(toRecord(fields)).map(([name, value]) => [name, toValue(value)]));
}

const documentFields: Record<string, Convert> = { name: asIs, fields: toFields };
const preconditionFields: Record<string, Convert> = { exists: asIs, updateTime: toTime };
const transformFields: Record<string, Convert> = {
  fieldPath: asIs,
  setToServerValue: asIs,
  increment: toValue,
  appendMissingElements: toArrayValue,
  removeAllFromArray: toArrayValue,
};
const writeFields: Record<string, Convert> = {
  update: (value) => toObject(value, documentFields),
  delete: asIs,
  updateMask: asIs,
  currentDocument: (value) => toObject(value, preconditionFields),
  updateTransforms: (value) => toArray(value, (transform) => toObject(transform, transformFields)),
};
const arrayFields: Record<string, Convert> = { values: (values) => toArray(values, toValue) };
const mapFields: Record<string, Convert> = { fields: toFields };
const valueFields: Record<string, Convert> = {
  nullValue: () => null,
  stringValue: asIs,
  booleanValue: asIs,
  referenceValue: asIs,
  integerValue: String,
  doubleValue: toDouble,
  timestampValue: toTime,
  arrayValue: toArrayValue,
  mapValue: (value) => toObject(value, mapFields),
};

/** Each given field converted by its name. */
function toObject(value: unknown, converts: Record<string, Convert>): object {
  const converted: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(toRecord(value))) {
    if (inner === undefined || (inner === null && name !== 'nullValue')) continue;
    const convert = converts[name];
    if (convert === undefined) throw new UnknownWriteError(name);
    converted[name] = convert(inner);
  }
  return converted;
}

function toArray(value: unknown, convert: Convert): unknown[] {
  if (!Array.isArray(value)) throw new UnknownWriteError('no array');
  return value.map(convert);
}

/** JSON has neither NaN, nor the infinities, nor a zero below zero. */
function toDouble(value: unknown): unknown {
  if (typeof value !== 'number' || !Number.isFinite(value) || Object.is(value, -0)) {
    throw new UnknownWriteError('doubleValue');
  }
  return value;
}

function toTime(value: unknown): string {
  const { seconds, nanos = 0 } = toRecord(value);
  const whole = new Date(Number(seconds) * 1000);
  if (Number.isNaN(whole.getTime())) throw new UnknownWriteError('time');
  return whole.toISOString().replace('.000Z', `.${String(nanos).padStart(9, '0')}Z`);
}

function toRecord(value: unknown): Record<string, unknown> {
  if (!isRecord(value)) throw new UnknownWriteError('no object');
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
