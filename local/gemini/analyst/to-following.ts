import { isSameName } from './catalog-entries.ts';
import { findRemoval } from './find-removal.ts';
import { withWholeTime } from './merge-time.ts';
import { nameCounted } from './name-counted.ts';
import type { Parts } from './parts.ts';
import type { DataQuestion, Meant, Question } from './question.ts';
import type { Subject } from './subject.ts';

/** Names that stand for rows of the last answer. */
export function withMeant(parts: Parts, meant: ReadonlyMap<string, Meant>): Parts {
  if (meant.size === 0) return parts;
  const names = parts.names.map((name) => {
    const own = meant.get(name.text);
    return own ? { ...name, meant: own } : name;
  });
  return { ...parts, names };
}

/** What only a question before gives a meaning: what is taken away from it, and its time as a whole. */
export function toFollowing(said: Parts, { question: previous, rows, before }: Subject): Parts {
  if (previous?.kind !== 'data') return said;
  const shown = rows?.kinds.flatMap(({ names }) => names) ?? [];
  const parts = {
    ...said,
    namesRow: said.names.some(({ text }) => shown.some((name) => isSameName(name, text))),
  };
  const removes = findRemoval(parts);
  if (removes === null)
    return nameCounted(
      withWholeTime(withTimeRank(withTogether(withPer(parts, previous.tool)), previous), previous, before),
      previous,
    );
  const focus = new Set(
    [...parts.focus].filter((one) => !/^(change|exclude|share|compare|total)$/.test(one)),
  );
  const time = { ...parts.time, periods: [], against: null, versus: null };
  return { ...parts, removes, focus, time, grain: null, dimensions: [] };
}

/** "And per order?": what the last figure is divided by. */
function withPer(parts: Parts, tool: string): Parts {
  const noun = /^(?:and |now |what about |how about )*per (order|unit|piece|customer)\b/.exec(
    parts.text,
  )?.[1];
  const name = noun === 'piece' ? 'units' : `${noun}s`;
  return noun === undefined
    ? parts
    : { ...parts, per: [{ tool, name }], measures: [], dimensions: [], order: null };
}

/** "And together?" */
function withTogether(parts: Parts): Parts {
  const isWhole = /^(?:and |both |all )*(?:together|combined)\W*$/.test(parts.text);
  return isWhole ? { ...parts, focus: new Set([...parts.focus, 'total']) } : parts;
}

/** "When was it highest?": the best of the last rows of time, or of the months. */
function withTimeRank(parts: Parts, { grain }: DataQuestion): Parts {
  const asksWhen = /^(?:and |but )?when (?:was|were|is|did|do|does)\b/.test(parts.text);
  return asksWhen && parts.order !== null && parts.grain === null
    ? { ...parts, grain: grain ?? 'month' }
    : parts;
}

/** Whether the last question was about orders to suppliers: what is late or open is so of them. */
export function isAboutOrders(question: Question | null): boolean {
  return question?.kind === 'data' && question.tool === 'get_purchase_orders';
}
