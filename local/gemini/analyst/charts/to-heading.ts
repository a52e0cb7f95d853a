import { capital, joinNames } from '../answer/format-figure.ts';
import { lower } from '../answer/speak.ts';
import type { ResultColumn } from '../conversation/read-steps.ts';

/** The longest heading that show_visualization takes, in characters. */
const mostCharacters = 120;

/** What a chart is headed by: the title of its result, as far as it may go. */
export function toHeading(title: string, otherwise = 'Result'): string {
  return title.slice(0, mostCharacters) || otherwise;
}

/**
 * The heading of a chart that draws some of the figures of its result: it names those.
 * @param figures all that the title names
 */
export function toDrawnHeading(
  title: string,
  figures: ResultColumn[],
  drawn: (string | undefined)[],
  otherwise?: string,
): string {
  const toWords = (columns: ResultColumn[]) => joinNames(columns.map(({ label }) => lower(label)));
  const all = toWords(figures);
  const own = toWords(figures.filter(({ name }) => drawn.includes(name)));
  const isNamed = own !== '' && title.toLowerCase().startsWith(all.toLowerCase());
  return toHeading(isNamed ? `${capital(own)}${title.slice(all.length)}` : title, otherwise);
}
