import type { Resolution } from '../names/resolve-names.ts';
import { joinNames, plain } from './format-figure.ts';
import { speakOffer } from './offer-question.ts';

/** Names that the catalog does not have: those it is like, or what is left of the question without them. */
export function writeUnknown(unknown: Resolution['unknown'], offer: string | null): string {
  const like = unknown.filter(({ nearest }) => nearest.length > 0);
  const strange = unknown.filter(({ nearest }) => nearest.length === 0);
  const asked = like.map(({ mention, nearest }) =>
    nearest.length === 1
      ? `${speakUnknown([mention.text])} The nearest name is ${plain(nearest[0] ?? '')}.`
      : `${speakUnknown([mention.text])} The nearest names are ${joinNames(nearest.map(plain))}. Which one do you mean?`,
  );
  const known = strange.length > 0 ? [speakUnknown(strange.map(({ mention }) => mention.text))] : [];
  if (like.length > 0) return [...asked, ...known].join(' ');
  return [
    ...known,
    offer === null ? 'Ask "What can I ask?" for what the data holds.' : speakOffer(offer),
  ].join(' ');
}

function speakUnknown(words: string[]): string {
  const names = joinNames([...new Set(words)].map((word) => `"${plain(word)}"`));
  return `I do not know ${names}: ${words.length > 1 ? 'these are no measures here, and the catalog has nothing of these names' : 'it is no measure here, and the catalog has nothing of that name'}.`;
}
