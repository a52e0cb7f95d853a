import type { Parts } from './parts.ts';

/** What a follow-up takes away from the last question. */
export type Removal = 'split' | 'comparison' | 'filters' | 'limit' | 'figure';

/** "Without the split", "drop the comparison", "no filters", "not by month", "drop the units". */
export function findRemoval({ text, measures, names, time }: Parts): Removal | null {
  const said = away.exec(text)?.[1];
  if (said === undefined) return joined.test(text) ? 'split' : null;
  const kind = kinds.find(({ form }) => form.test(said))?.kind;
  if (kind !== undefined) return kind;
  const isBare = names.length === 0 && time.periods.length === 0;
  return isBare && measures.length > 0 && text.split(/\s+/).length <= 5 ? 'figure' : null;
}

const away =
  /^(?:and |now |ok |okay |please |but |then )*(?:without|drop|remove|no|forget|undo|take (?:out|away|off)|leave out|lose|skip|minus|not)\b (?:the |that |this |any |all )*(.*)$/;

const joined =
  /^(?:and |now |ok |okay |please |but |then )*(?:as one (?:figure|number|total)|all together|not (?:split|broken down|grouped)\b.*)\W*$/;

const kinds: { kind: Removal; form: RegExp }[] = [
  { kind: 'split', form: /^(?:split|splits|break ?downs?|grouping|groups|details|dimension|rows|by \w+)\b/ },
  {
    kind: 'comparison',
    form: /^(?:comparison|compare|last year|previous year|year before|other (?:year|period))\b/,
  },
  { kind: 'filters', form: /^(?:filters?|restrictions?|narrowing)\b/ },
  { kind: 'limit', form: /^(?:limit|cut|top)\b/ },
];
