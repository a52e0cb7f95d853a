import { monthNames, nameMonth } from '../time/calendar.ts';
import { months } from '../time/time-patterns.ts';
import { form, type Written } from './replace-with.ts';

const more = '(?:more|less|fewer|higher|lower|better|worse|bigger|smaller)';
const time = `(?:(?:this|last) (?:week|month|quarter|year)|(?:in|during) (?:${months}|q[1-4]))`;
const noOther = `(?!(?:is|are|do|does)\\b[^?.!]*\\bdeliver)(?![^?.!]*\\b(?:any more|due|expected?|coming|arriving|needed|than|or|compared|versus|vs\\.?|per|by|each|which|who|what|how|more and more)\\b)`;
const past: Record<string, string> = {
  had: 'have',
  got: 'get',
  sold: 'sell',
  made: 'make',
  took: 'take',
  received: 'receive',
  bought: 'buy',
  ordered: 'order',
  earned: 'earn',
  shipped: 'ship',
  spent: 'spend',
};

/** The time before the one that is said: of "in May" April, of "last month" the month before. */
function toBefore(said: string): string | null {
  const [, which = '', unit = ''] = /^(this|last) (\w+)$/i.exec(said) ?? [];
  if (unit !== '') return /^this$/i.test(which) ? `last ${unit}` : `the ${unit} before`;
  const [, quarter] = /\bq([1-4])$/i.exec(said) ?? [];
  if (quarter !== undefined) return quarter === '1' ? null : `in Q${Number(quarter) - 1}`;
  const month = monthNames.findIndex((name) => new RegExp(`\\b${name.slice(0, 3)}`, 'i').test(said));
  return month < 1 ? null : `in ${nameMonth(month)}`;
}

/** "Did we get more orders last month?", "we had fewer returns in May": more than in the time before. */
export const thanBefore: [RegExp, Written][] = [
  form(
    `^we (${Object.keys(past).join('|')}) (?=${noOther}[^?.!]*\\b${more}\\b[^?.!]* ${time}\\s*\\?)`,
    (_, verb = '') => `did we ${past[verb.toLowerCase()] ?? verb} `,
  ),
  form(`^there (was|were|is|are) (?=${noOther}[^?.!]*\\b${more}\\b[^?.!]* ${time}\\s*\\?)`, '$1 there '),
  form(
    `^${noOther}((?:did|do|does|have|has|are|is|was|were) (?!any\\b)[^?.!,]*?\\b${more}\\b[^?.!,]*?) (${time})(?=\\s*\\?)`,
    (said, question = '', when = '') => {
      const before = toBefore(when);
      return before === null ? said : `${question} ${when} than ${before}`;
    },
  ),
  // "Wholesale margin is down this year?"
  form(
    `^(?!(?:which|what|who|whose|how|why|when|where|is|are|was|were|do|does|did|has|have)\\b)([^?.!,]{3,40}?) (is|are|was|were) (?:really |well |way )?(down|up) (?=${time}\\s*\\?)`,
    '$2 $1 $3 ',
  ),
];
