import { phrases } from './phrases.ts';

/** What the data does not hold, or no tool does: how to say so, and what to ask instead. */
export type Missing = {
  /** What would be needed, as it stands in "I have no … here". */
  missing: string;
  /** The nearest question that the tools can answer. */
  nearest: string;
};

/** What people ask a dashboard for and its data may not hold, with the words for it. */
export type MissingTopic = Missing & {
  phrases: string[];
  /** Tools or measures that fill the gap: with one of them declared, the topic is not missing. */
  filledBy?: string[];
};

export function topic(missing: string, nearest: string, list: string, filledBy?: string[]): MissingTopic {
  return { missing, nearest, phrases: phrases(list), ...(filledBy && { filledBy }) };
}
