import { parseJson } from '../http.ts';

/** One chunk of a back channel. The length counts UTF-16 units: the client reads it with `String.prototype.length`. */
export function toChunk(json: string): string {
  return `${json.length}\n${json}`;
}

/** The client's messages in a forward request: `count`, `ofs` and one JSON text for each. @throws FirestoreError INVALID_ARGUMENT */
export function parseForward(form: URLSearchParams): { offset: number; messages: unknown[] } {
  const count = Number(form.get('count') ?? 0);
  const messages = Array.from({ length: Math.min(count, 10_000) }, (_, index): unknown =>
    parseJson(form.get(`req${index}___data__`) ?? ''),
  );
  return { offset: Number(form.get('ofs') ?? 0), messages };
}

/** The header lines that the client sends in the body of its first request, to spare a CORS preflight. */
export function parseHeaderLines(text: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of text.split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}
