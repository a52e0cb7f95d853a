/** The longest heading that show_visualization takes, in characters. */
const mostCharacters = 120;

/** What a chart is headed by: the title of its result, as far as it may go. */
export function toHeading(title: string, otherwise = 'Result'): string {
  return title.slice(0, mostCharacters) || otherwise;
}
