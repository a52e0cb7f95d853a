import type { Parts } from '../../parts/parts.ts';
import { begins } from '../../vocabulary/lead.ts';
import { aboveOne } from '../../vocabulary/numbers.ts';
import { sites, splits } from '../../vocabulary/things.ts';

const places = `(?:${sites}|branch(?:es)?|countr(?:y|ies)|markets?|${splits})`;
const number = `(?:one|${aboveOne}|\\d+)`;

/**
 * "Sold in more than five regions", "delivers to several warehouses", "out of stock in every warehouse": in how many members of another
 * split a thing is, which no figure counts.
 */
export function findSpread({ text, order, each }: Pick<Parts, 'text' | 'order' | 'each'>): string | null {
  const [bounded] = spread.exec(text) ?? [];
  if (bounded !== undefined) return bounded;
  return order === null || each === null ? (everywhere.exec(text)?.[1] ?? null) : null;
}

const spread = new RegExp(
  `\\b(?:in|at|to|from|across|through|into|within) (?:(?:(?:more|less|fewer) than|at least|at most|over|under|only|just|exactly|up to) ${number}|several|multiple|${number} or (?:more|fewer|less)) (?:different |other |of (?:our|the) )?${places}\\b`,
);

const everywhere = begins(
  `(?:(?:which|what|list|show|show me) (?:the |all |our )*(?:products|items|articles|skus|goods|customers|clients|suppliers|vendors|brands)\\b.*|what(?:['’]s| is| are) (?:out of stock|in stock|sold out|available|missing)) ((?:in|at|to|from) (?:all|every|each|both)(?: of)?(?: the| our)? ${places})\\b`,
);

/** "How many brands per category?": members of one split are counted in each of another, which no figure does. */
export function findCountOfEach({ counted, dimensions, measures, text }: Parts): string | null {
  const isCounted = (references: Parts['dimensions'][number]) =>
    references.every(({ name }) => counted?.some((one) => one.name === name));
  const own = dimensions.find(isCounted);
  const others = dimensions.filter((references) => references !== own);
  const hasFigure = own?.some(({ name }) => figured.test(name)) ?? true;
  if (hasFigure || measures.length > 0 || others.length === 0) return null;
  return /\b(?:how many|number of|count of) .*/.exec(text)?.[0] ?? text;
}

/** What has a number of its own among the figures. */
const figured = /^(?:product|sku|customer|supplier|purchase_order|document)$/;
