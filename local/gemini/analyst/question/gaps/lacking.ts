import { dimensionsOf } from '../../vocabulary/declared-terms.ts';
import type { Missing } from '../../vocabulary/missing-topic.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { toWords } from '../../vocabulary/to-words.ts';
import type { Question } from '../question.ts';

/** What cannot be told, whatever word asked for it. */
export function lacking(topic: Missing): Question {
  return { kind: 'missing', spoken: '', topic };
}

export function toFuture(spoken: string): Question {
  return {
    kind: 'missing',
    spoken,
    topic: { missing: 'forecast', nearest: 'How did revenue develop over the last 12 months?' },
  };
}

/** A dimension that the figures are not kept by: "stock by channel". */
export function lostSplit(tool: string, dimension: string, { datasets }: Vocabulary): Missing {
  const about = toWords(tool.replace(/^(query|get)_/, ''));
  const known = dimensionsOf(tool, datasets).map(({ name }) => toWords(name));
  const spoken = toWords(dimension);
  return {
    missing: `split of ${about} by ${spoken}`,
    nearest: `Show ${about} by ${known.includes('category') ? 'category' : (known[0] ?? 'month')}`,
  };
}

export const rankingWithin = {
  missing: 'tool that ranks within each group',
  nearest: 'What are the top three products by revenue?',
};

/** Names set against each other that are of different kinds: one row holds both, so neither can be told from the other. */
export function unlikeSides(sides: { name: string; dimension: string }[]): Missing {
  const spoken = sides.map(({ name, dimension }) => `${name} (${toWords(dimension)})`);
  return {
    missing: `way to set ${spoken.join(' against ')}, which are of different kinds,`,
    nearest: `What is the revenue by ${toWords(sides[0]?.dimension ?? 'category')}?`,
  };
}

/** "Kitchen in October with Garden in September, by channel": only their totals are set against each other. */
export const sidesInTime = {
  missing: 'way to set more than the totals of two names, each in a time of its own, against each other',
  nearest: 'Compare sales of Kitchen in October with sales of Garden in September',
};

export function inCurrency(code: string): Missing {
  return {
    missing: `amount in ${code}`,
    nearest: 'What was the revenue by category last month?',
  };
}

/** What no call of the tools does, and the answer would leave out. */
export function undone(way: string): Missing {
  return { missing: `way to ${way}`, nearest: 'What was the revenue by category last month?' };
}

export const boundOnChange = {
  missing: 'bound on a change, but for the members of one split between two periods,',
  nearest: 'Which brands fell by more than 20 % compared with last year?',
};

export const rankingOfChange = {
  missing: 'tool that ranks single products or customers by their change',
  nearest: 'Which category changed most from September to October?',
};

/** A bound that is in another unit than the figure. */
export function misfitBound(missing: string): Missing {
  return { missing, nearest: 'Which products have a margin rate below 20 %?' };
}
