import type { NameMention } from '../question/question.ts';
import { toLemma } from '../vocabulary/words.ts';

type Shared = {
  names: NameMention[];
  /** Names in full that were not looked up yet. */
  pending: NameMention[];
};

/**
 * "Touring, road and mountain bikes": what comes before a name of a list may be short of its last word. It is taken in full where the
 * catalog has exactly that, and nothing of the short name: "Kitchen and garden tools" are a category and a subcategory.
 * @param isKnown whether the catalog has exactly it; null where it was not looked up.
 */
export function shareNoun(names: NameMention[], isKnown: (mention: NameMention) => boolean | null): Shared {
  const pending: NameMention[] = [];
  const shared = names.flatMap((mention, at) => {
    const noun = findNoun(names, at);
    const items = mention.text.split(/\s*,\s*/).filter((item) => item !== '');
    if (noun === null || items.some((item) => /\s/.test(item)) || isKnown(mention) !== false)
      return [mention];
    const full = items.map((item): NameMention => ({ ...mention, text: `${item} ${noun}`, hint: null }));
    const known = full.map(isKnown);
    if (known.includes(null)) pending.push(...full.filter((_, index) => known[index] === null));
    if (!known.every((one) => one === true)) return [mention];
    return full.map((one, index) => (index === 0 ? one : { ...one, beside: true }));
  });
  return { names: shared, pending };
}

/** The last word of the last name that is listed with it. */
function findNoun(names: NameMention[], at: number): string | null {
  let last = at;
  while (names[last + 1]?.beside === true) last += 1;
  const words = names[last]?.text.split(/\s+/) ?? [];
  const noun = words.at(-1) ?? '';
  return last > at && words.length > 1 && toLemma(noun.toLowerCase()) !== noun.toLowerCase() ? noun : null;
}
