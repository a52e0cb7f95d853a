import type { Parts } from '../../parts/parts.ts';
import type { DataQuestion } from '../../question/question.ts';
import { findTerm, toSibling } from '../../vocabulary/declared-terms.ts';
import type { Reference } from '../../vocabulary/lexicon.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { namedAnew } from '../references/refers.ts';

/** "How much of that is late?", of a value, is money, and no share. */
export function withPartOf(
  parts: Parts,
  { tool, measures: [last = ''] }: DataQuestion,
  datasets: Vocabulary['datasets'],
): Parts {
  const unit = findTerm({ tool, name: last }, datasets)?.unit;
  if (!partOf.test(parts.text)) return parts;
  if (parts.measures.length === 0)
    return saysNoPart(parts)
      ? { ...parts, leftover: [...parts.leftover, ofWhat.exec(parts.text)?.[1] ?? ''] }
      : parts;
  const counts = /\bhow many of\b/.test(parts.text);
  const inUnit = (own: Reference) =>
    (unit === 'currency' && !counts) || unit === 'units'
      ? { ...own, name: toSibling(own, unit, datasets) ?? own.name }
      : own;
  return {
    ...parts,
    measures: parts.measures.map((references) => references.map(inUnit)),
    focus: new Set([...parts.focus].filter((one) => one !== 'howMuchOf' && one !== 'share')),
  };
}

const partOf =
  /\bhow (?:much|many) of (?:(?:\w+ )?["“][^"“”]+["”]|that|it|this|those|them|these|which)(?![\w-])/;

/** "How much of it is …?", where nothing that is known says which part. */
function saysNoPart(parts: Parts): boolean {
  const { filters, dimensions, conditions, order, grain, time, focus, reorder } = parts;
  const lists = [namedAnew(parts), filters, dimensions, conditions, time.periods];
  const isSaid = lists.some((list) => list.length > 0) || order !== null || grain !== null || reorder;
  return !isSaid && !focus.has('sell') && !focus.has('total') && ofWhat.test(parts.text);
}

const ofWhat =
  /\bhow (?:much|many) of (?:(?:\w+ )?["“][^"“”]+["”]|\w+) (?:is|are|was|were|has|have|will) (.+?)\W*$/;
