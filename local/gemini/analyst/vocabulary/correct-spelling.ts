import { editDistance } from './edit-distance.ts';
import { isEnglish, suggestEnglish } from './english.ts';
import type { Lexicon } from './lexicon.ts';
import { isCode, type Token, toLemma } from './words.ts';

/**
 * Corrects misspelt words: those that neither English nor the vocabulary has. A word of the vocabulary is taken with one edit
 * from five letters on, two from eight, a swap in four, and the first letter right; else the ordinary word that a speller
 * suggests. A word with a capital inside a sentence is left alone: it is a name.
 */
export function correctSpelling(tokens: Token[], lexicon: Lexicon): Token[] {
  const { spellings, known, fillers } = lexicon;
  const shouting = tokens.filter((token) => !token.opens).every((token) => /^\p{Lu}/u.test(token.text));
  return tokens.map((token, index) => {
    const { lemma, word, text, opens } = token;
    const isName = !opens && !shouting && /^\p{Lu}/u.test(text);
    if (word.length < 4 || word.length > longestWord || isName || isCode(text) || /\d/.test(word))
      return token;
    if (spellings.has(lemma) || known.has(lemma) || fillers.has(word) || fillers.has(lemma)) return token;
    if (isEnglish(word) || namesPlace(tokens, index)) return token;
    const american = americans[lemma];
    if (american !== undefined) {
      const written = word === lemma ? american : `${american}s`;
      return { ...token, word: written, lemma: american, mended: true };
    }
    // "Tyres" are no types: in four letters and a plural another letter makes another word, too.
    const isShort = lemma.length === 4 && word !== lemma;
    const slip = (found: string | null) =>
      found !== null && isShort && found.length === word.length && !isSwap(word, found) ? null : found;
    const nearest =
      findNearest(lemma, spellings, word !== lemma) ??
      (word === lemma ? null : slip(findNearest(word, spellings, false)));
    // After "in" or "of" stands a name before a slip: "sold in Philly", "gardn vs tols".
    const mayName = /^(in|of|from|for|at|to|by|with|into|vs|versus)$/.test(tokens[index - 1]?.word ?? '');
    const ordinary = slip(findOrdinary(word, lexicon));
    const spelt = nearest ?? (mayName && ordinary !== null && !isSwap(word, ordinary) ? null : ordinary);
    // "Lowst" is lowest before it is lost: a letter is left out more often than one is added.
    const isLess = spelt !== null && spelt.length < word.length;
    const meant = (isLess ? findOrdinary(word, lexicon, word.length + 1) : null) ?? spelt;
    return meant === null ? token : { ...token, word: meant, lemma: toLemma(meant), mended: true };
  });
}

/** Things that are spelt another way in Britain: the dictionary is an American one. */
const americans: Record<string, string> = {
  ...{ tyre: 'tire', aluminium: 'aluminum', fibre: 'fiber', jewellery: 'jewelry', pyjama: 'pajama' },
  ...{ yoghurt: 'yogurt', chilli: 'chili', plough: 'plow', mould: 'mold', moulding: 'molding', kerb: 'curb' },
};

/** "In the leeds depot": a place by its name, which may not be there. */
function namesPlace(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1]?.word ?? '';
  const joint = /^(the|our)$/.test(before) ? (tokens[at - 2]?.word ?? '') : before;
  const isPlace = /^(depot|warehouse|site|location|store|shop|branch|dc|hub)$/.test(
    tokens[at + 1]?.lemma ?? '',
  );
  return isPlace && /^(in|at|from|to|into|for)$/.test(joint);
}

/** What is longer is no word that was misspelt. */
const longestWord = 30;

/** "mcuh" is much, "plese" please. Anything further off may be a name; and "biks" are bikes before they are bins, which no table has. */
function findOrdinary(word: string, { fillers, meant }: Lexicon, least = 0): string | null {
  const isMeant = (candidate: string) => fillers.has(candidate) || meant.has(toLemma(candidate));
  return (
    suggestEnglish(word).find(
      (one, index) =>
        one[0] === word[0] &&
        one.length >= least &&
        isMeant(one) &&
        // "Difrent" can only have been meant for "different".
        editDistance(word, one, 2) <= (index === 0 && word.length > 6 ? 2 : 1),
    ) ?? null
  );
}

function findNearest(word: string, spellings: ReadonlySet<string>, isPlural: boolean): string | null {
  const most = word.length >= 8 ? 2 : 1;
  let best: { spelling: string; distance: number } | null = null;
  for (const spelling of spellings) {
    if (spelling[0] !== word[0]) continue;
    // "Oders" are orders, and no olders.
    const hasPlural = isEnglish(`${spelling}s`);
    if (isPlural && !hasPlural && !spelling.endsWith('s')) continue;
    const forms = hasPlural ? [spelling, `${spelling}s`] : [spelling];
    for (const form of forms) {
      const distance = editDistance(word, form, most);
      // In four letters only a swap or a letter left out is a slip; another letter makes another word.
      if (distance > most || (word.length === 4 && !isSwap(word, form) && form.length !== 5)) continue;
      if (best === null || distance < best.distance) best = { spelling, distance };
    }
  }
  return best?.spelling ?? null;
}

function isSwap(a: string, b: string): boolean {
  return [...a].sort().join('') === [...b].sort().join('');
}
