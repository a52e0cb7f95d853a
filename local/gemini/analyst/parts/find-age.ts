import type { Concept, Lexicon, Reference } from '../vocabulary/lexicon.ts';
import type { Match } from '../vocabulary/match-phrases.ts';
import { toNumber } from '../vocabulary/numbers.ts';
import type { Token } from '../vocabulary/words.ts';

/** What says how long goods have lain, and the measure of it. */
export type FoundAge = { match: Match; used: number[] };

/**
 * "Stock older than a year", "units lying around for more than 180 days", "stored longer than three months": the measure of what
 * has lain that long. The ages that are kept are those of the measures; another one is refused.
 */
export function findAge(tokens: Token[], lexicon: Lexicon, isAboutOrders = false): FoundAge | null {
  const open = findOpenAge(tokens, lexicon);
  if (open !== null) return open;
  // "Not sold for more than 90 days" is no age: these goods may have come yesterday.
  const isOfIt =
    !isAboutOrders && /\b(?:older than|old)\b/.test(toText(tokens, 0, tokens.length)) && !isOfOrders(tokens);
  if (!(isOfStock(tokens) || isOfIt) || tokens.some(({ word }) => moving.test(word))) return null;
  const stays = tokens.flatMap(({ word }, at) => (staying.test(word) ? [at] : []));
  for (const from of tokens.keys()) {
    const lead = leads.exec(toText(tokens, from, 2))?.[0];
    if (lead === undefined) continue;
    const span = readSpan(tokens, from + lead.trim().split(' ').length);
    if (span === null) continue;
    const isOld = tokens[span.to]?.word === 'old';
    if (!isOld && !/^(older|longer) than/.test(lead) && stays.length === 0) continue;
    const to = span.to + (isOld ? 1 : 0);
    const used = [...stays, ...Array.from({ length: to - from }, (_, offset) => from + offset)];
    return { match: { concept: toConcept(span.days, lexicon), from, to }, used };
  }
  return null;
}

/** "How old is our stock on average?", "which warehouse has the oldest stock?": no age of each piece is kept, only what is over some days. */
function findOpenAge(tokens: Token[], lexicon: Lexicon): FoundAge | null {
  if (
    isOfOrders(tokens) ||
    !tokens.some(({ lemma }) => /^(?:stock|inventory|good|product|item)$/.test(lemma))
  )
    return null;
  for (const from of tokens.keys()) {
    const [said] = openAges.exec(toText(tokens, from, 6)) ?? [];
    if (said === undefined) continue;
    const to = from + said.trim().split(' ').length;
    const used = Array.from({ length: to - from }, (_, offset) => from + offset);
    const days = [...toAges(lexicon).keys()].toSorted((a, b) => a - b).join(', ');
    const missing =
      days === '' ? 'age of stock' : `age of each piece of stock (there is what is over ${days} days old)`;
    const nearest = 'How many units are over 180 days old, by warehouse?';
    return {
      match: { concept: { kind: 'missing', topic: { missing, nearest } }, from, to },
      used,
    };
  }
  return null;
}

const openAges =
  /^(?:how old (?:is|are) |(?:the )?oldest (?:(?:stock|inventory|goods|products|items) )|(?:average|mean|median) age |age of (?:the |our )?(?:stock|inventory|goods) |in stock (?:the )?longest |(?:longest|oldest) in stock |(?:stock|inventory) age )/;

/** "Orders older than 30 days" */
function isOfOrders(tokens: Token[]): boolean {
  return tokens.some(({ lemma }) =>
    /^(?:order|po|line|delivery|supplier|vendor|customer|client|you)$/.test(lemma),
  );
}

/** The words without those of an age, which are no period. */
export function withoutAge(tokens: Token[], age: FoundAge | null): Token[] {
  return tokens.map((token, at) => (age?.used.includes(at) ? { ...token, word: '', lemma: '' } : token));
}

function toConcept(days: number, lexicon: Lexicon): Concept {
  const ages = toAges(lexicon);
  const references = ages.get(days);
  if (references) return { kind: 'measure', references };
  const kept = [...ages.keys()].toSorted((a, b) => a - b).join(', ');
  const missing = ages.size > 0 ? `stock of that age (there is over ${kept} days)` : 'age of stock';
  return {
    kind: 'missing',
    topic: { missing, nearest: 'How many units are over 180 days old, by category?' },
  };
}

const leads = /^(?:(?:more|longer|older) than|over|beyond|past|exceeding|above) /;
const moving = /^(sold|sell|selling|sale|sales|late|overdue|delayed)$/;
const staying =
  /^(lying|lies|lain|laid|lay|sitting|sits|sat|stored|stuck|idle|gathering|collecting|dust|shelf|shelves|kept|aged|dead|old)$/;

/** "Lead times over 30 days" are no age of stock. */
function isOfStock(tokens: Token[]): boolean {
  return tokens.some(({ lemma }) =>
    /^(stock|inventory|unit|piece|good|item|product|article|sku|merchandise|capital|money|cash|stuff|value|lie|sit|lying|sitting)$/.test(
      lemma,
    ),
  );
}

/** "180 days", "half a year", "a year", "six months", in days as people count ages: a quarter of a year is 90. */
function readSpan(tokens: Token[], from: number): { days: number; to: number } | null {
  const text = toText(tokens, from, 4);
  const half = /^half (?:a|an) year /.exec(text);
  if (half) return { days: 180, to: from + 3 };
  const [whole, spoken = '', unit = ''] = /^(\w+) (day|week|month|year)s? /.exec(text) ?? [];
  const count = /^an?$/.test(spoken) ? 1 : toNumber(spoken);
  if (whole === undefined || count === null) return null;
  const days = { day: 1, week: 7, month: 30, year: 365 }[unit] ?? 1;
  return { days: unit === 'month' && count % 12 === 0 ? (count / 12) * 365 : count * days, to: from + 2 };
}

function toText(tokens: Token[], from: number, count: number): string {
  return `${tokens
    .slice(from, from + count)
    .map(({ word }) => word)
    .join(' ')} `;
}

function toAges({ entries }: Lexicon): Map<number, Reference[]> {
  const ages = new Map<number, Reference[]>();
  for (const { concept } of entries.get('aged') ?? [])
    if (concept.kind === 'measure')
      for (const reference of concept.references) {
        const days = /^aged_units_(\d+)$/.exec(reference.name)?.[1];
        if (days !== undefined && !ages.has(Number(days))) ages.set(Number(days), [reference]);
      }
  return ages;
}
