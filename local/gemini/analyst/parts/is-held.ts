import type { Entry } from '../names/catalog-entries.ts';
import type { NameMention } from '../question/question.ts';
import { fold } from '../vocabulary/words.ts';

/** "Units in Minneapolis", "articles in the north with fewer than 100 units": of a warehouse, where nothing comes or goes. */
export function isHeld(names: NameMention[], sentence: string, entries: Entry[]): boolean {
  if (flows.test(sentence)) return false;
  return names.some(({ text }) => {
    const isWarehouse = entries.some(
      ({ kind, name }) => kind === 'warehouse' && fold(name).startsWith(fold(text)),
    );
    return isWarehouse && /\b(?:in|at) (?:the |our )?$/i.test(sentence.slice(0, sentence.indexOf(text)));
  });
}

const flows =
  /\b(?:sold|sell\w*|sales?|bought|buy\w*|ship\w*|order\w*|return\w*|mov\w*|transfer\w*|receiv\w*|arriv\w*|issu\w*|went|came|come|go|gone|left for|demand|deliver\w*|lost|lose|writ\w*|reject\w*|dispatch\w*|sent|send|turn\w*)\b/i;
