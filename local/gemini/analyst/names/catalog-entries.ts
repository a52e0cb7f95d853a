import type { ToolResult, ToolStep } from '../conversation/read-steps.ts';
import { fold, toLemma } from '../vocabulary/words.ts';

/** A row of search_catalog: `match` says whether the query is the name, stands in it, or is like it. */
export type Entry = { kind: string; id: string; name: string; code: string; match: string };

/** All that the searches of a turn have found. */
export function readFound(steps: ToolStep[]): Entry[] {
  return steps.flatMap(({ name, outcome }) =>
    name === 'search_catalog' && outcome.kind === 'result' ? readEntries(outcome.result) : [],
  );
}

/** What the search for a name found; null where it was not searched for. */
export function findLookUp(steps: ToolStep[], name: string): Entry[] | null {
  const step = steps.find(
    ({ name: tool, args }) => tool === 'search_catalog' && isSameName(String(args.query), name),
  );
  if (step === undefined) return null;
  return step.outcome.kind === 'result' ? readEntries(step.outcome.result) : [];
}

export function readEntries({ columns, rows }: ToolResult): Entry[] {
  const at = (name: string) => columns.findIndex((column) => column.name === name);
  const [kind, id, name, code, match] = ['kind', 'id', 'name', 'code', 'match'].map(at);
  return rows.map((row) => {
    const text = (index: number | undefined) => String(row[index ?? -1] ?? '');
    return { kind: text(kind), id: text(id), name: text(name), code: text(code), match: text(match) };
  });
}

/** The words of a name: "Road-150 Red, 62" has four, "Cable 2.5mm" as many. */
export function toNameWords(name: string): string[] {
  return fold(name)
    .replaceAll(/(?<=(?:^|[^\p{L}\p{N}])\d+)(?=\p{L}{1,3}(?![\p{L}\p{N}]))/gu, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** Whether two texts are one name but for case, accents, punctuation and plural. */
export function isSameName(a: string, b: string): boolean {
  const spell = (text: string) => toNameWords(text).map(toLemma).join(' ');
  return spell(a) === spell(b);
}

/** "Larsen Home Store (C-01429)", one of several of that name, without what tells it from the others. */
export function withoutId(name: string): string {
  return name.replace(/ \([^()]*\d[^()]*\)$/, '');
}

/** "Sales by office", "cover per coffee": what it is split by is named, and are the customers of a kind or the products of a group. */
export function isGroup(
  { unknownSplit, names }: { unknownSplit: string | null; names: { text: string; split?: true }[] },
  entries: Entry[],
): boolean {
  const isNamed = names.some(({ text, split }) => split && text === unknownSplit);
  const isKind = ({ kind, name }: Entry) =>
    /^(?:channel|customer_segment|category|subcategory)$/.test(kind) && isSameName(name, unknownSplit ?? '');
  return isNamed && entries.some(isKind);
}
