import { conjugate } from './english.ts';

/** A list written as text: "net sales, takings, ~bring in". After `~` comes a verb, which is meant in all its forms. */
export function phrases(list: string): string[] {
  return list
    .split(',')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '')
    .flatMap((phrase) => (phrase.startsWith('~') ? conjugate(phrase.slice(1)) : [phrase]));
}
