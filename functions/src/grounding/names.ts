import type { Numeral } from './find-numerals.ts';
import type { GroundedResult } from './grounded-result.ts';
import { keepForResult } from './keep.ts';
import { isCounting } from './quoted-spans.ts';

/**
 * Whether digits in a text belong to it as a name: "Trail Bike 500", "10–12". One of digits alone would excuse every figure that is
 * equal to it.
 */
export function isNameWithDigits(text: string): boolean {
  return text.length <= 120 && /\d/.test(text) && /\p{L}|\d\s?[^\d\s.,]\s?\d/u.test(text);
}

/** What a result names with digits in it, so that "Trail Bike 500" is not read as a figure. */
export const listNames = keepForResult(({ columns, rows, scope, title }) => {
  const names = new Set<string>();
  for (const [index, { type, grain }] of columns.entries()) {
    if (type === 'date' && grain === 'year')
      for (const row of rows) names.add(String(row[index]).slice(0, 4));
    if (type !== 'string') continue;
    for (const row of rows) {
      const cell = row[index];
      if (typeof cell === 'string' && isNameWithDigits(cell)) names.add(cell);
    }
  }
  const { period, filters, warehouses } = scope;
  const values = filters.flatMap(toValues);
  const phrases = [title, period?.label ?? '', ...filters, ...values, ...warehouses.names, ...warehouses.ids];
  for (const phrase of phrases) if (isNameWithDigits(phrase)) names.add(phrase);
  return names;
});

/** Each name of "Product is Kenya AA 250 g or Rooibos 50 bags": an answer may tell the first of many. */
function toValues(filter: string): string[] {
  const [, names] = /^.+? (?:is not|is|contains) (.+)$/.exec(filter) ?? [];
  return names?.split(' or ') ?? [];
}

/** A name of digits alone ("purchase order 4711"): the words that call it so, and whether rows are listed by it. */
type NumberName = { words: Set<string>; isMember: boolean };

const listNumberNames = keepForResult(({ columns, rows, scope }) => {
  const names = new Map<string, NumberName>();
  const add = (name: string, words: string[], isMember: boolean) => {
    const known = names.get(name) ?? { words: new Set(), isMember: false };
    for (const word of words) known.words.add(word);
    names.set(name, { words: known.words, isMember: known.isMember || isMember });
  };
  for (const [index, { type, label, role }] of columns.entries()) {
    if (type !== 'string') continue;
    const words = label.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
    for (const row of rows) {
      const cell = row[index];
      if (typeof cell === 'string' && /^[\d.,]+$/.test(cell)) add(cell, words, role === 'dimension');
    }
  }
  for (const name of scope.warehouses.names) if (/^\d+$/.test(name)) add(name, ['warehouse'], false);
  return names;
});

/** The beginning of a line, behind the marks of a list or of a table. */
const lineStart = /(?:^|\n)[\s*_|>#-]*(?:\d{1,3}[.)]\s+)?[\s*_]*$/;
const memberAfter = /^[*_]*(?:[,:]\s|\s*\||\s(?:is|was|leads?|comes|ranks)\b)/;
/** "orders 4004, 4006 and 4010" calls each so. */
const namedBefore = /(?:\d+[*_]*(?:,\s(?:and\s|or\s)?|\s(?:and|or)\s)[*_]*)*$/;
const lastWord = /(\p{L}{2,})(?:\s(?:no\.?|number|nr\.?|id))?[\s*_]+$/iu;

/**
 * Whether a number of the answer is the name of a row of the result: it stands where a list or a table tells rows by such names, or a word of the
 * column's label calls it so.
 */
export function isNumberName(text: string, { start, end }: Numeral, result: GroundedResult): boolean {
  const name = listNumberNames(result).get(text.slice(start, end));
  if (name === undefined || isCounting(text, end)) return false;
  const before = text.slice(Math.max(0, start - 120), start);
  if (name.isMember && lineStart.test(before) && memberAfter.test(text.slice(end, end + 12))) return true;
  const word = lastWord.exec(before.replace(namedBefore, ''))?.[1]?.toLowerCase() ?? '';
  return name.words.has(word) || name.words.has(word.replace(/s$/, ''));
}
