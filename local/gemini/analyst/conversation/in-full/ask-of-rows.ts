import type { Question } from '../../question/question.ts';
import { begins, lead } from '../../vocabulary/lead.ts';
import { aboveOne } from '../../vocabulary/numbers.ts';
import { toSingular } from '../../vocabulary/to-words.ts';
import { countsThings } from '../merge/name-counted.ts';
import { nouns, plural, singular } from '../references/nouns.ts';

/** "Which has the least stock?", after a list, is one of its rows. */
export function askOfRows(sentence: string, previous: Question): string {
  if (previous.kind !== 'data' || previous.grain !== null) return sentence;
  const [first] = previous.dimensions;
  if (first === undefined) return sentence;
  // "Who are our best customers?", after suppliers, are none of them.
  const [, noun] = isOfKind.exec(sentence) ?? [];
  if (noun !== undefined && nouns[toSingular(noun.toLowerCase())] !== first) return sentence;
  // "Who's the best?", after brands, is one of the brands.
  const isWho = /^(?:customer|supplier)$/.test(first) || (first !== 'product' && whoLeads.test(sentence));
  const words = isWho ? "which|who(?:['’]s)?" : 'which';
  const ones = countsThings(previous) ? 'one' : 'ones?';
  return sentence
    .replace(whoIs, '$1who is ')
    .replace(
      new RegExp(
        `^(${lead})(?:${words})(?: ${ones}|(?<few> (?:${aboveOne}|\\d{1,2})))? (?!orders (?:are|were)\\b)(?=(?:${verbs})\\b)`,
        'i',
      ),
      '$1which$<few> of those ',
    );
}

const isOfKind = new RegExp(
  `^${lead}(?:which|who|what)(?: ones?)? (?:is|are|was|were) (?:our|the|my) (?:[\\w-]+ ){0,3}?((?:${plural})s|(?:${singular}))\\b`,
  'i',
);

const whoIs = new RegExp(`^(${lead})who['’]s (?=(?:the )?\\w+(?:est|st|p)\\b)`, 'i');
const whoLeads = begins(
  "who(?:(?:['’]s| is| was| are) (?:the )?(?:best|worst|biggest|largest|smallest|highest|lowest|strongest|weakest|first|last|top)(?: one)?|(?: has| have)? (?:grew|grown|fell|fallen|rose|risen|dropped|declined|gained|improved)(?: (?:the )?(?:most|least|fastest|furthest))?)\\W*$",
);

const verbs =
  'has|have|had|is|are|was|were|did|does|do|sold|sells?|makes?|made|brings?|brought|grew|grows?|costs?|earns?|earned|moves?|runs?|needs?|gets?|got|takes?|took|lost|gained|fell|rose|dropped|declined|increased|decreased|improved|performs?|performed|leads?|lags?|contributes?|contributed|holds?|tie|ties|tied|ordered|orders|bought|buys|pays|paid|spent|spends|delivers?|delivered';
