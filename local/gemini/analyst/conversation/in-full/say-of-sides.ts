import type { Question } from '../../question/question.ts';
import { begins } from '../../vocabulary/lead.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { inTimeOf } from '../references/write-period.ts';
import type { Rows, Subject } from '../subject.ts';
import { most } from './say-of-choice.ts';

/**
 * "Which has the best margin?", "who had the most returns?", after things that were set against each other: which of them, and no ranking of
 * products.
 */
export function sayOfSides(
  sentence: string,
  previous: Question,
  _vocabulary: Vocabulary,
  { rows }: Subject,
): string {
  const { verb, way = '', figure = '' } = asks.exec(sentence)?.groups ?? {};
  const who = verb === undefined ? null : findSides(rows, previous);
  if (who === null) return sentence;
  const asked = `${who} ${verb} the ${most[way.toLowerCase()] ?? way} ${figure}`;
  return who === 'which of them' ? asked : asked + inTimeOf(previous);
}

/** What may be asked for: the rows that were told, or the things that a picture of several was of. */
function findSides(rows: Rows | null, previous: Question): string | null {
  if (previous.kind === 'overview') {
    const [several] = previous.filters.filter(({ op, values }) => op === 'is' && values.length > 1);
    return several === undefined ? null : `which of ${several.values.map((name) => `"${name}"`).join(', ')}`;
  }
  if (previous.kind !== 'data') return null;
  if (previous.grain !== null) return previous.dimensions.length > 0 ? null : `which ${previous.grain}`;
  const [kind, ...others] = rows?.kinds ?? [];
  if (others.length > 0) return null;
  const isOfKind = previous.dimensions.every((name) => name === kind?.dimension);
  return isOfKind && (kind?.names.length ?? 0) > 1 ? 'which of them' : null;
}

const asks = begins(
  '(?:which|who)(?: one)?(?: of (?:them|the two|those|these|both))? (?<verb>has|have|had|is|was|makes|made|earns|earned|gets|got|sells|sold|returns|returned|buys|bought|holds|held|brings in|brought in|shows|showed) (?:the )?(?<way>best|worst|most|least|fewest|highest|lowest|biggest|largest|smallest|more|less|fewer|higher|lower|better) (?<figure>(?!ones?\\b|than\\b)[^?.!,]{3,40}?)\\W*$',
);
