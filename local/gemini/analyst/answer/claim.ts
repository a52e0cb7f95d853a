import type { Answered } from '../decide.ts';
import type { DataQuestion } from '../question/question.ts';
import type { View } from '../reads/view.ts';
import type { Claimed } from './read-whether.ts';

/** Whether what a question claims holds. */
export type Verdict = {
  holds: boolean;
  /** What the first sentence does not say of it. */
  proof: string;
  /** What says it better than the first sentence. */
  lead?: string;
};

/** A question that yes or no answers. */
export type Claim = { asked: string; question: DataQuestion; resolution: Answered['resolution']; view: View };

export function holdsIf(holds: boolean): Verdict {
  return { holds, proof: '' };
}

/** "Did we sell more in May than in June?" speaks of May, "did sales grow from May to June?" of June; null where it says neither. */
export function speaksOfEarlier({
  asked,
  question: { periods },
}: Pick<Claim, 'asked' | 'question'>): boolean | null {
  const [one, two] = periods;
  const isOrdered = one !== undefined && two !== undefined && one.start < two.start;
  if (!isOrdered || /\bthan\b/i.test(asked)) return isOrdered;
  return /\b(?:from|between|since)\b/i.test(asked) ? false : null;
}

/** Where of two things the one stands that is said to have more: it is named first. */
export function isFirstMore(values: [number, number], claimed: Claimed): Verdict {
  const [first, second] = values;
  return holdsIf(claimed === 'more' ? first > second : first < second);
}
