import type { Content } from './request-schema.ts';

export type LastTurn = {
  /** The user's last text. */
  question: string;
  /** Contents before that text. */
  before: Content[];
  /** Contents after it: the model's calls and the tools' responses so far. */
  after: Content[];
  /** Model steps in `after`. */
  rounds: number;
};

/** Cuts a conversation at the user's last text. */
export function toLastTurn(contents: Content[]): LastTurn {
  const index = contents.findLastIndex((content) => content.role !== 'model' && toText(content) !== '');
  const after = contents.slice(index + 1);
  return {
    question: toText(contents[index]),
    before: contents.slice(0, Math.max(0, index)),
    after,
    rounds: after.filter((content, i) => content.role === 'model' && after[i - 1]?.role !== 'model').length,
  };
}

/** The text of a content, thoughts left out. */
export function toText(content: Content | undefined): string {
  const parts = content?.parts ?? [];
  return parts.map((part) => (part.thought ? '' : (part.text ?? ''))).join('');
}
