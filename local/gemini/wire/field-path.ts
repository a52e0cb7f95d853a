/**
 * A field as Google's JSON parser names it: snake case, `[i]` for a list, and `[i].value` for the entry of a map.
 * `body` is what the path leads into: the position of a map's key is read from it.
 */
export function toFieldPath(path: readonly PropertyKey[], body: unknown): string {
  let text = '';
  let value = body;
  let inMap = false;
  for (const key of path) {
    if (inMap) text += `[${Math.max(0, Object.keys(toRecord(value)).indexOf(String(key)))}].value`;
    else if (typeof key === 'number') text += `[${key}]`;
    else text += (text === '' ? '' : '.') + toSnakeCase(String(key));
    inMap = !inMap && key === 'properties';
    value = Array.isArray(value) ? value[Number(key)] : toRecord(value)[String(key)];
  }
  return text;
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
