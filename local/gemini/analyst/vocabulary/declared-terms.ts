import type { Reference } from './lexicon.ts';
import type { Term, Vocabulary } from './read-declarations.ts';

/** The measures that a tool declares. */
export function measuresOf(tool: string | null, datasets: Vocabulary['datasets']): Term[] {
  return datasets.find((dataset) => dataset.tool === tool)?.measures ?? [];
}

export function findTerm({ tool, name }: Reference, datasets: Vocabulary['datasets']): Term | undefined {
  return measuresOf(tool, datasets).find((term) => term.name === name);
}

/** The dimensions that a tool declares. */
export function dimensionsOf(tool: string | null, datasets: Vocabulary['datasets']): Term[] {
  return datasets.find((dataset) => dataset.tool === tool)?.dimensions ?? [];
}

/** Whether a tool tells what lies in stock. */
export function holdsStock(tool: string | null, datasets: Vocabulary['datasets']): boolean {
  return measuresOf(tool, datasets).some(({ name }) => name === 'on_hand');
}

/** The first tool that has a measure. */
export function findTool(measure: string, datasets: Vocabulary['datasets']): string | undefined {
  return datasets.find(({ measures }) => measures.some(({ name }) => name === measure))?.tool;
}

/** A figure that is divided already: a rate, a mean, a price. */
export function isQuotient(term: Term | undefined): boolean {
  return term !== undefined && (term.unit === 'fraction' || /^mean\b|^[a-z ]+ per\b/i.test(term.description));
}

const pairs: [units: string, currency: string][] = [
  ['on_hand', 'stock_value'],
  ['average_on_hand', 'average_stock_value'],
  ['purchase_order_count', 'ordered_value'],
  ['returned_units', 'returns'],
  ['units', 'revenue'],
  ['units_sold', 'revenue'],
  ['orders', 'revenue'],
  ['customers', 'revenue'],
  ['products_sold', 'revenue'],
  ['active_suppliers', 'ordered_value'],
];

/** The measure of the same thing in another unit: open orders and the value open. */
export function toSibling(
  { tool, name }: Reference,
  unit: 'units' | 'currency',
  datasets: Vocabulary['datasets'],
): string | null {
  const declared = measuresOf(tool, datasets);
  const paired = pairs.flatMap(([units, currency]) =>
    unit === 'currency' ? (units === name ? [currency] : []) : currency === name ? [units] : [],
  );
  const stem = name.replace(/^units_/, '').replace(/_(units|orders|lines|count|value)$/, '');
  const word = unit === 'currency' ? 'value' : 'units';
  const named = [...paired, `${stem}_${word}`, `${word}_${stem}`, name.replace(/units|value/, word)];
  return declared.find((term) => term.unit === unit && named.includes(term.name))?.name ?? null;
}
