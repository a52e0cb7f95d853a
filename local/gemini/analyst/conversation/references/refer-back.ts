import type { Meant } from '../../question/question.ts';
import { toWords } from '../../vocabulary/to-words.ts';
import type { Subject } from '../subject.ts';
import type { Picked } from './pick-rows.ts';
import { references } from './references.ts';

/** What the last answer is referred to by, and the names that it may mean. */
export type Unclear = { spoken: string; choices: string[]; most?: number };

/** The sentence with names in quotes, and what they stand for. */
export type Referred = { sentence: string; meant: ReadonlyMap<string, Meant> };

/**
 * Writes a name in quotes for "the second one", "that supplier", "of those", "the others": the rows of the last answer, in its
 * order. What may be several of them is not guessed.
 */
export function referBack(sentence: string, subject: Subject): Referred | Unclear {
  const meant = new Map<string, Meant>();
  let written = sentence;
  for (const { pattern, read } of references) {
    for (let from = 0; ; ) {
      const found = findOutsideQuotes(pattern, written, from);
      if (!found) break;
      const [own] = pronoun.test(found[0]) ? [...meant].filter(([, { isOne }]) => isOne) : [];
      const picked = own ? toSame(own, found[0]) : read(found, subject, written);
      if (picked === null) {
        from = found.index + found[0].length;
        continue;
      }
      if (picked === 'unclear') {
        const { tied = [], kinds = [] } = subject.rows ?? {};
        return { spoken: found[0].trim(), choices: tied.length > 0 ? tied : (kinds[0]?.names ?? []) };
      }
      const { names } = picked;
      if (names.length > subject.most && picked.op !== null)
        return { spoken: found[0].trim(), choices: names, most: subject.most };
      // "Each make" would be a split by make.
      const text = toText(
        picked,
        found[0]
          .trim()
          .toLowerCase()
          .replace(/^each\b/, 'those'),
      );
      meant.set(text, toMeant(picked, subject.most));
      const phrase = `${picked.lead}${toWords(picked.dimension)} "${text}"`;
      written = `${written.slice(0, found.index)}${phrase}${written.slice(found.index + found[0].length)}`;
      from = found.index + phrase.length;
    }
  }
  return { sentence: written, meant };
}

/** "The second one, what do we sell of theirs?": what the sentence itself has named. */
function toSame([name, { dimension, filter, ...meant }]: [string, Meant], spoken: string): Picked {
  const lead = /^(?:its|his|hers?|theirs?)$/i.test(spoken) ? 'of ' : '';
  return {
    dimension,
    names: filter?.values ?? [name],
    op: filter?.op === 'is_not' ? 'is_not' : 'is',
    lead,
    ...meant,
  };
}

const pronoun = /^(?:it|its|he|him|his|she|hers?|they|them|theirs?)$/i;

function toMeant(picked: Picked, most: number): Meant {
  const { dimension, names, op, isOne } = picked;
  return {
    dimension,
    filter: op === null ? null : { dimension, op, values: names },
    isOne,
    isState: (picked.isState && picked.isAll) ?? false,
    isAll: picked.isAll ?? false,
    isKnown: picked.isKnown ?? false,
    ...(op === null && names.length <= most && { rows: names }),
    ...(picked.ofAllGoods && { ofAllGoods: picked.ofAllGoods }),
  };
}

/** What stands in quotes: the one name, without what would end a sentence, or the words that several are referred to by. */
function toText({ names, isOne }: Picked, spoken: string): string {
  return isOne ? (names[0] ?? '').replaceAll(/[^\p{L}\p{N} -]+| - /gu, ' ').trim() : spoken;
}

function findOutsideQuotes(pattern: RegExp, sentence: string, from: number): RegExpExecArray | null {
  const search = new RegExp(pattern.source, 'gi');
  search.lastIndex = from;
  for (let found = search.exec(sentence); found; found = search.exec(sentence)) {
    const quotes = sentence.slice(0, found.index).match(/["“”]/g)?.length ?? 0;
    if (quotes % 2 === 0) return found;
  }
  return null;
}
