import { editDistance } from '../vocabulary/edit-distance.ts';
import { isEnglish } from '../vocabulary/english.ts';
import { packNouns } from '../vocabulary/sales-words.ts';
import { fold, toLemma } from '../vocabulary/words.ts';
import { toNameWords } from './catalog-entries.ts';

/** "Vet customers", where a segment is "Veterinary". */
export function isShortFor(text: string, name: string): boolean {
  const wanted = fold(text.trim());
  return /^\p{L}{3,}$/u.test(wanted) && toNameWords(name).length === 1 && fold(name).startsWith(wanted);
}

/** "Magnolia Toolworks" begins "Magnolia Tool Works Group": the same letters, apart or in one word. */
export function beginsJoined(text: string, name: string): boolean {
  const [wanted, whole] = [text, name].map((one) => toNameWords(one).join(''));
  return wanted !== undefined && wanted.length >= 8 && (whole?.startsWith(wanted) ?? false);
}

/** "Retail" begins "Retailer", but "spring" is no "Springform"; and customers are not known by a piece of a word. */
export function begins(word: string, wanted: string, kind: string): boolean {
  const most = kind === 'customer' ? 0 : 3;
  if (wanted.length < 4 || !word.startsWith(wanted) || word.length - wanted.length > most) return false;
  // Bottles are what wine comes in, and none of them is a "Late Bottled Vintage".
  if (packNouns.includes(wanted)) return false;
  // "Safe" is a word of its own, and no short form of "safety".
  return !isEnglish(wanted) || /^(s|es|r|er|ers|ing|ed|d)?$/.test(word.slice(wanted.length));
}

/** One or two letters differ, from the name or from one of its words; a word of English is not misspelt. */
export function isLike(text: string, name: string): boolean {
  const wanted = toNameWords(text).map(toLemma);
  const words = toNameWords(name).map(toLemma);
  return wanted.every((a) =>
    words.some(
      (b) =>
        a === b ||
        // "Lightning" where "Lighting" is all of a name.
        (words.length === 1 && wanted.length === 1 && a.length >= 7 && editDistance(a, b, 1) <= 1) ||
        (!isEnglish(a) &&
          // Beside a word that is right, "biks" are bikes.
          a.length >
            (words.length > 1 && !wanted.some((one) => words.includes(one))
              ? 4
              : wanted.length > 1
                ? 2
                : 3) &&
          a[0] === b[0] &&
          editDistance(a, b, 2) <= (a.length >= 7 ? 2 : 1)),
    ),
  );
}
