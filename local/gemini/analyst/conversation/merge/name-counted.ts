import type { Parts } from '../../parts/parts.ts';
import type { DataQuestion, Question } from '../../question/question.ts';

/**
 * What a number of things is followed by: "which ones?", "the top ten by spend", "how many of them are on order?" are about the
 * things that were counted.
 */
export function nameCounted(parts: Parts, question: DataQuestion): Parts {
  const { tool, measures, dimensions, grain } = question;
  const [measure = ''] = measures;
  const counted = things.find(({ counts }) => counts.test(measure));
  if (!counted) return parts;
  const isOfSome = dimensions.length > 0 || grain !== null;
  // "Is there anything in stock that nobody bought? Just tell me how many products.": the number itself.
  const own = new RegExp(`^${lead}(?:how many|the number of|number of) ${counted.dimension}s\\W*$`);
  if (own.test(parts.text) && parts.measures.length === 0 && !isOfSome)
    return { ...parts, dimensions: [], counted: null };
  const name = counted.figure ?? measure;
  const split = [[{ tool, name: counted.dimension }]];
  const isBare = parts.measures.length === 0;
  if (isBare && (asksOnes.test(parts.text) || (!isOfSome && asksWhich.test(parts.text))))
    return {
      ...parts,
      measures: [[{ tool, name }]],
      dimensions: split,
      focus: new Set(),
      leftover: parts.leftover.filter((word) => listed.test(word)),
    };
  const isOpen =
    !isOfSome && parts.dimensions.length === 0 && parts.names.length === 0 && parts.grain === null;
  if (!isOpen) return parts;
  const ranks = parts.limit !== null || (parts.order !== null && !isBare);
  const sells = parts.focus.has('sell') || parts.focus.has('change');
  const refers = refersToThings.test(parts.text) && (!isBare || sells);
  if (!ranks && !(refers && counted.isState)) return parts;
  const isOwn =
    (isBare && !sells) || parts.measures.some((references) => references.some((one) => one.tool === tool));
  // What is kept elsewhere cannot be held to the state that they are in.
  if (!isOwn && counted.isState) return { ...parts, leftover: [...parts.leftover, 'them'] };
  const bound = { op: 'above', value: 0, unit: null, from: 0, to: 0 } as const;
  return {
    ...parts,
    measures: isBare ? [[{ tool, name }]] : parts.measures,
    dimensions: ranks || !parts.focus.has('total') ? split : [],
    order: parts.order ?? (ranks ? 'desc' : null),
    conditions: counted.isState
      ? [...parts.conditions, { ...bound, references: [{ tool, name: measure }] }]
      : parts.conditions,
  };
}

/** "Which ones were new?": a word that the list would leave out. */
const listed = /^(?:new|old|newest|oldest|good|bad|big|small|late|early)$/i;

/** "How many categories are there?", "how many products in each?", after the revenue of each: a number of its own. */
export function countsKind({ counted, each, text, measures }: Parts, previous: Question): boolean {
  if (counted !== null && each !== null) return true;
  if (previous.kind !== 'data' || previous.conditions.length > 0 || previous.listed !== null) return false;
  // "How many are there?", after late suppliers: of those.
  if (/^(?:late|open)_/.test(previous.measures[0] ?? '')) return false;
  const isKind = counted?.some(({ name }) => previous.dimensions.includes(name)) ?? false;
  return isKind && measures.length === 0 && /\bare there\W*$/.test(text);
}

/** "Out of stock" is a number of products. */
export function countsThings({ measures }: DataQuestion): boolean {
  return things.some(({ counts }) => counts.test(measures[0] ?? ''));
}

const lead = '(?:(?:and|ok|so|please|can you|could you|now),? )*';
const them = '(?:they|those|these|them|it|that)';
const asksWhich = new RegExp(
  `^${lead}(?:(?:which|what|who)(?: ones?)?(?: (?:is|are|were) ${them})?(?: exactly)?|(?:list|show|name|tell|give|see)(?: me)?(?: all)?(?: of)?(?: ${them}| which| who| the (?:list|names))(?: ones)?(?: (?:all|they are|please))*|(?:a |the )?list|names)\\W*$`,
);

/** "Which ones in San Antonio?", "list the ones in Calgary", "which ones are it in Tools?", of numbers by category. */
const asksOnes =
  /^(?:and |ok |so |please )*(?:which|what|(?:list|show|name|give)(?: me)?(?: all)?(?: the)?) (?:ones|those)\b/;
const refersToThings = /\b(?:them|those|these|they|their)\b/;

/** What a figure counts, and the figure that tells one of them from the others. */
const things: { counts: RegExp; dimension: string; figure?: string; isState?: true }[] = [
  { counts: /^(?:late|open)_orders$/, dimension: 'purchase_order' },
  { counts: /^out_of_stock$/, dimension: 'product', isState: true },
  { counts: /^stocked_products$/, dimension: 'product', figure: 'on_hand', isState: true },
  { counts: /^unsold_products$/, dimension: 'product', figure: 'unsold_units', isState: true },
  { counts: /^products_sold$/, dimension: 'product', figure: 'units' },
  { counts: /^units(?:_sold)?$/, dimension: 'product' },
  { counts: /^customers$/, dimension: 'customer', figure: 'revenue' },
  { counts: /^active_suppliers$/, dimension: 'supplier', figure: 'ordered_value' },
];
