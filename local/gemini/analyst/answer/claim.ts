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

/** Where of two things the one stands that is said to have more: it is named first. */
export function isFirstMore(values: [number, number], claimed: Claimed): Verdict {
  const [first, second] = values;
  return holdsIf(claimed === 'more' ? first > second : first < second);
}
