import type { Parts } from '../parts/parts.ts';
import type { Day } from '../time/calendar.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import { toWords } from '../vocabulary/to-words.ts';
import { findUntakenOfReorder, toReorderSort, toUntaken } from './gaps/find-untaken.ts';
import type { Level, Question } from './question.ts';
import { toReorderBounds } from './reorder-bounds.ts';

/** The list of what to order, or a level of each line of it: "what should I reorder?", "the safety stocks". */
export function toReorder(
  parts: Parts,
  previous: Question | null,
  vocabulary: Vocabulary,
  today: Day,
): Question {
  const { parameters } = vocabulary;
  const ranked = sellers.exec(parts.text)?.[0] ?? ofOneThat.exec(parts.text)?.[0];
  if (ranked !== undefined) return { kind: 'unheeded', words: [ranked], names: parts.names };
  // "Most urgent three", of what is to be ordered for one site.
  const goesOn = previous?.kind === 'reorder' && parts.words <= 5 && !asksAnew.test(parts.text);
  // "And the safety stock?", after the reorder point of one product.
  const ofLevel = previous?.kind === 'reorder' && previous.level !== null ? previous.filters : [];
  const isOfLast = ofLevel.length > 0 && parts.names.length === 0 && parts.words <= 6;
  const nextLevel = isOfLast ? findLevel(parts.text) : null;
  const before = goesOn ? previous.filters : nextLevel !== null ? ofLevel : [];
  const filters = [...before, ...parts.filters];
  const by =
    parts.dimensions
      .flatMap((references) => references[0]?.name ?? [])
      .find((name) => name !== 'product' && name !== 'sku') ?? null;
  if (belowSafety.test(parts.text))
    return toUntaken('tell what is below its safety stock', 'get_reorder_recommendations');
  const level = nextLevel ?? toLevel(parts);
  const unread = level === null ? null : findUnread(parts);
  if (unread !== null) return { kind: 'unheeded', words: [unread], names: parts.names };
  const untaken = level === null ? findUntakenOfReorder(parts, vocabulary, today) : null;
  if (untaken !== null) return toUntaken(untaken, 'get_reorder_recommendations');
  const spoken = atPoint.exec(parts.text)?.[0];
  const isAtPoint = spoken !== undefined || (goesOn && previous.atPoint);
  if (spoken !== undefined && !parameters.get('get_reorder_recommendations')?.has('atPoint'))
    return { kind: 'unheeded', words: [spoken], names: parts.names };
  const { bounds, lost } = toReorderBounds(parts);
  const unkept = level !== null && bounds.length > 0 ? 'with that bound' : lost;
  if (unkept !== null) return { kind: 'unheeded', words: [unkept], names: parts.names };
  const { names, chart, limit } = parts;
  const sort = toReorderSort(parts) ?? (goesOn ? previous.sort : 'urgency');
  if (
    sort !== 'urgency' &&
    (parts.order === 'asc' || !parameters.get('get_reorder_recommendations')?.has('orderBy'))
  )
    return toUntaken('sort the list of what to reorder in that order', 'get_reorder_recommendations');
  return { kind: 'reorder', names, filters, chart, limit, by, level, atPoint: isAtPoint, sort, bounds };
}

const asksAnew = /^(?:what|which|show|list|give|do|is|are|should)\b|\b(?:again|all|overall|everything)\b/;

/** "What is the reorder point of the City Helmet?" asks for it, "which helmets are below it?" for what to order. */
function toLevel({ text, names, dimensions }: Parts): Level | null {
  const isOf = names.length > 0 || dimensions.length > 0 || ofAll.test(text);
  return isOf ? findLevel(text) : null;
}

function findLevel(text: string): Level | null {
  const [name] = levels.find(([, said]) => said.test(text)) ?? [];
  return name !== undefined && !holdsTo.test(text) ? name : null;
}

/** "What is the safety stock?", "list the reorder points". */
const ofAll =
  /^(?:(?:what|show|list|give me)\b(?: (?:is|are|me|the|our|all|every|current))* )?(?:re-?order(?:ing)?|order|safety|minimum) (?:points?|levels?|stocks?|up to)\b/;

/** The list of levels is of today, of each product in each warehouse, and in no order of theirs. */
function findUnread({ text, time, dimensions, order }: Parts): string | null {
  const spoken = time.periods[0]?.spoken;
  if (spoken !== undefined) return spoken;
  const [ranked] =
    /\b(?:average|avg|mean|total|sum|share|how many|number|value|trend|(?:high|low|large|small|bigg)est|most|least|top|bottom)\b/.exec(
      text,
    ) ?? [];
  if (ranked !== undefined || order !== null) return ranked ?? 'in that order';
  const other = dimensions.find((references) =>
    references.every(({ name }) => !/^(?:product|sku|warehouse)$/.test(name)),
  );
  return other === undefined ? null : `by ${toWords(other[0]?.name)}`;
}

const levels: [Level, RegExp][] = [
  ['safety_stock', /\bsafety stocks?\b/],
  ['order_up_to', /\border[- ]up[- ]to\b/],
  ['reorder_point', /\b(?:re-?order(?:ing)?|order) (?:points?|levels?)\b|\bminimum stock(?: levels?)?\b/],
];

const holdsTo =
  /\b(?:below|under|beneath|above|over|at|than|to|enough|near|reach\w*|hits?|hitting|f[ae]ll\w*|drop\w*|past|close to) (?:or \w+ )?(?:(?:its|their|the|our|a) )*(?:re-?order|order|safety|minimum)\b/;

/** What sells best is a ranking of its own: the list of what to reorder does not tell it. */
const sellers =
  /\b(?:best|top|good|fast(?:est)?|strong(?:est)?|worst|slow(?:est)?)[- ](?:sell(?:ers?|ing)|mov(?:ers?|ing))\b/;

/** "What should we order from the supplier with the longest lead time?": which one that is has to be asked first. */
const ofOneThat =
  /\b(?:from|of|for|in|at) (?:the|our) (?:suppliers?|vendors?|warehouses?|sites?|brands?|categor(?:y|ies)) (?:with|that|which|who)\b[^?.!]*/;

/** The list is of what is below its reorder point, of which the safety stock is a part. */
const belowSafety =
  /\b(?:below|under|beneath|at|than)(?: or \w+)? (?:(?:its|their|the|our) )*safety (?:stock|level)/;

const atPoint = /\bat(?: or |\/)(?:below|under|beneath)\b|\b(?:below|under)(?: or |\/)at\b/;
