import type { Resolution } from '../names/resolve-names.ts';
import type { NameMention } from '../question/question.ts';
import { toWords } from '../vocabulary/to-words.ts';
import { joinNames, plain } from './format-figure.ts';
import { speakOffer } from './speak-offer.ts';

/** Names that the catalog does not have: those it is like, or what is left of the question without them. */
export function writeUnknown(unknown: Resolution['unknown'], offer: string | null): string {
  const like = unknown.filter(({ nearest }) => nearest.length > 0);
  const strange = unknown.filter(({ nearest }) => nearest.length === 0);
  const asked = like.map(({ mention, nearest, haveIt }) => {
    if (haveIt) return speakSeveral(mention, nearest);
    return nearest.length === 1
      ? `${speakUnknown([mention])} The nearest name is ${plain(nearest[0] ?? '')}.`
      : `${speakUnknown([mention])} The nearest names are ${joinNames(nearest.map(plain))}. Which one do you mean?`;
  });
  const known = strange.length > 0 ? [speakUnknown(strange.map(({ mention }) => mention))] : [];
  if (like.length > 0) return [...asked, ...known].join(' ');
  return [
    ...known,
    offer === null ? 'Ask "What can I ask?" for what the data holds.' : speakOffer(offer),
  ].join(' ');
}

function speakSeveral({ text }: NameMention, names: string[]): string {
  const told = names.slice(0, 6).map(plain);
  const rest = names.length > told.length ? ['others'] : [];
  return `Several have "${plain(text)}" in their name: ${joinNames([...told, ...rest])}. Which one do you mean?`;
}

function speakUnknown(mentions: NameMention[]): string {
  const words = [...new Set(mentions.map(({ text }) => text))];
  const names = joinNames(words.map((word) => `"${plain(word)}"`));
  const [kind, ...kinds] = new Set(mentions.map(({ hint }) => hint));
  // Only that kind was looked through: "Kitchen" may be no brand and a category.
  if (kind && kinds.length === 0 && words.length === 1)
    return `I do not know ${names} as a ${toWords(kind)}: the catalog has no ${toWords(kind)} of that name.`;
  return `I do not know ${names}: ${words.length > 1 ? 'these are no measures here, and the catalog has nothing of these names' : 'it is no measure here, and the catalog has nothing of that name'}.`;
}
