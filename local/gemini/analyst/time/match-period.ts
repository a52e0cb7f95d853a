import { toNumber } from '../vocabulary/numbers.ts';
import type { Token } from '../vocabulary/words.ts';
import type { Day } from './calendar.ts';
import { periodForms } from './period-forms.ts';
import type { Placed } from './share-years.ts';

/** Numbers as figures, so that the forms need to know one spelling only. */
export function toWord({ word, lemma }: Token): string {
  const number = toNumber(word);
  return number !== null && word !== 'second'
    ? String(number)
    : /^(days|weeks|months|quarters|years)$/.test(word)
      ? lemma
      : word;
}

type Setting = { today: Day; fiscalStartMonth: number; tokens: Token[]; earlier: Day | null };

/** What the words at a place say about time; null where they say nothing. */
export function matchAt(words: string[], index: number, setting: Setting): Placed | null {
  const rest = `${words.slice(index, index + 8).join(' ')} `;
  const before = words[index - 1] ?? '';
  for (const { pattern, read } of periodForms) {
    const match = pattern.exec(rest);
    if (!match) continue;
    const length = match[0].trim().split(' ').length;
    const atom = read(match.slice(1), {
      today: setting.today,
      fiscalStartMonth: setting.fiscalStartMonth,
      earlier: setting.earlier,
      before,
      after: words.slice(index + length, index + length + 5).join(' '),
      typed: setting.tokens[index]?.text ?? '',
      opens: setting.tokens[index]?.opens ?? false,
    });
    if (!atom) continue;
    return { ...atom, from: index, to: index + length };
  }
  return null;
}
