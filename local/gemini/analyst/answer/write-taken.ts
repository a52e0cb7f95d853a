import type { Understood } from '../setting.ts';
import { toWords } from '../vocabulary/to-words.ts';
import { toLemma } from '../vocabulary/words.ts';
import { plain } from './format-figure.ts';

/** What words were taken for where they could be something else, one sentence each. */
export function writeTaken({ question, resolution: { found } }: Understood): string[] {
  const taken = found.flatMap(({ mention, takenFor }) =>
    takenFor === null || toLemma(takenFor.toLowerCase()) === toLemma(mention.text.toLowerCase())
      ? []
      : [`I took "${plain(mention.text)}" for ${plain(takenFor).replace(/\.$/, '')}.`],
  );
  const namesakes = found.flatMap(({ filter, otherKind }) =>
    otherKind === undefined
      ? []
      : [
          `${plain(filter.values[0] ?? '')} is the ${toWords(filter.dimension)} here; there is a ${toWords(otherKind)} of that name, too.`,
        ],
  );
  const names = ('names' in question && question.names) || [];
  const counted = names.filter(
    ({ counts, text }) => counts && found.every(({ mention }) => mention.text !== text),
  );
  return [...taken, ...namesakes, ...counted.map(({ text }) => `I counted "${plain(text)}" as units.`)];
}
