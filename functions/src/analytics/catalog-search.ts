import { measureLikeness, toPlain } from './nearest.ts';

/** What can be looked up: each is a dimension of the sales model. */
export const searchKinds = [
  'product',
  'category',
  'subcategory',
  'brand',
  'supplier',
  'warehouse',
  'region',
  'channel',
  'customer_segment',
  'customer',
] as const;
export type SearchKind = (typeof searchKinds)[number];

export type Candidate = [kind: SearchKind, id: string, name: string, code: string | null, score: number];
export type Match = {
  kind: SearchKind;
  id: string;
  name: string;
  code: string | null;
  match: 'exact' | 'partial' | 'similar';
};

/** Exact names, SKUs and ids first, then names that hold the query, then similar ones; those unlike the query are dropped. */
export function rankMatches(query: string, candidates: Candidate[]): Match[] {
  const wanted = toPlain(query);
  const words = wanted.split(' ').filter((word) => word !== '');
  return candidates
    .map(([kind, id, name, code]) => {
      const spellings = [name, code ?? '', id].map(toPlain).filter((spelling) => spelling !== '');
      const holds = (spelling: string) => words.length > 0 && words.every((word) => spelling.includes(word));
      const match: Match['match'] = spellings.includes(wanted)
        ? 'exact'
        : spellings.some(holds)
          ? 'partial'
          : 'similar';
      // A piece of a code ("KIT" of "KIT-KNI-1004") is like too many words to say anything.
      const codes = spellings.slice(1).map((spelling) => measureLikeness(query, spelling));
      const nouns = new Set([wanted, toSingular(wanted)]);
      const names = [...nouns].map((noun) => measureWordLikeness(noun, toPlain(name)));
      const likeness = Math.max(...names, ...codes);
      return { kind, id, name, code, match, likeness };
    })
    .filter(({ match, likeness }) => match !== 'similar' || likeness >= 0.45)
    .sort(
      (a, b) =>
        matchOrder.indexOf(a.match) - matchOrder.indexOf(b.match) ||
        b.likeness - a.likeness ||
        searchKinds.indexOf(a.kind) - searchKinds.indexOf(b.kind) ||
        a.name.localeCompare(b.name),
    )
    .map(({ kind, id, name, code, match }) => ({ kind, id, name, code, match }));
}

const matchOrder = ['exact', 'partial', 'similar'];

/** "Vets" are looked for as "vet", too. */
function toSingular(words: string): string {
  return words.replace(/(?<=\p{L}{3})s$/u, '');
}

/** Likeness to the whole spelling, or to its best run of as many words as the query has: "helmt" is near "Sport Helmet". */
function measureWordLikeness(query: string, spelling: string): number {
  const words = spelling.split(' ');
  const length = toPlain(query).split(' ').length;
  const runs = words.map((_, index) => words.slice(index, index + length).join(' '));
  return Math.max(measureLikeness(query, spelling), ...runs.map((run) => 0.95 * measureLikeness(query, run)));
}
