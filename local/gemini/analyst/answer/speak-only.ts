import type { DataQuestion, Filter } from '../question/question.ts';
import { spellNumber } from '../vocabulary/numbers.ts';
import { toWords } from '../vocabulary/to-words.ts';
import { capital, joinNames, plain } from './format-figure.ts';
import { toPlural } from './write-names.ts';

/**
 * What the rows are narrowed to, where the answer does not say it yet: "Only Kitchen, online." A follow-up takes it from what was asked
 * before, and who reads the answer by itself has to know it.
 */
export function speakOnly({ filters, whole = [], sides, ofRows = [] }: DataQuestion, said: string): string {
  if (sides.length > 0) return '';
  const [lead = ''] = said.split('\n');
  // "Compare East and West" names its rows; "and online?", after the five best products, leaves them to what was told.
  const untold = [...filters, ...whole].filter(
    ({ dimension, values }) =>
      !namesAll(values.length > 1 && ofRows.includes(dimension) ? lead : said, values),
  );
  const only = untold.filter(({ op }) => op === 'is' || op === 'contains').map((one) => name(one, said));
  const without = untold
    .filter(({ op }) => op === 'is_not' || op === 'contains_not')
    .map((one) => name(one, said));
  const parts = [
    only.length > 0 ? `only ${only.join(', ')}` : '',
    without.length > 0 ? `without ${joinNames(without)}` : '',
  ].filter(Boolean);
  return parts.length === 0 ? '' : `${capital(parts.join(', ')).replace(/\.$/, '')}.`;
}

/** "Of everything, not only Kitchen.", after what was of Kitchen. A name with a number in it would be taken for a figure. */
export function speakNotOnly(filters: Filter[] = []): string {
  const names = filters.map(({ dimension, values }) =>
    values.some((value) => /\d/.test(value))
      ? `the ${toPlural(toWords(dimension), values.length)} named before`
      : joinNames(values.map(plain)),
  );
  return names.length === 0 ? '' : `Of everything, not only ${names.join(', ').replace(/\.$/, '')}.`;
}

function name({ dimension, op, values }: Filter, said: string): string {
  const noun = toWords(dimension);
  if (op === 'contains' || op === 'contains_not')
    return `${toPlural(noun, 2)} with ${values.map((value) => `"${plain(value)}"`).join(' or ')} in their name`;
  const [first = ''] = values;
  const many = `${values.length > 20 ? '' : `${spellNumber(values.length)} `}${toPlural(noun, values.length)}`;
  if (values.length > 1 && namesAll(said, values)) return `these ${many}`;
  if (values.length > mostNames) return `the ${many} named before`;
  const names = joinNames(values.map(plain));
  return values.length === 1 && !/\p{L}/u.test(first) ? `${noun} ${names}` : names;
}

const mostNames = 3;

function namesAll(text: string, names: string[]): boolean {
  const padded = toPadded(text);
  return names.every((name) => padded.includes(toPadded(plain(name))));
}

/** Whole words: "East" is not in "least". */
function toPadded(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}
