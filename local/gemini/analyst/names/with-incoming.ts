import type { NameMention } from '../question/question.ts';
import type { Match } from '../vocabulary/match-phrases.ts';
import { fold, toTokens } from '../vocabulary/words.ts';

/**
 * Names that goods come in from, a supplier before it is a brand: those that stand for suppliers, and "from Two Rivers" where goods are to
 * be ordered again.
 */
export function withIncoming(names: NameMention[], suppliers: string[], matches: Match[]): NameMention[] {
  const reorders = matches.some(({ concept }) => concept.kind === 'reorder');
  const isSupplier = ({ text }: NameMention) =>
    toTokens(text).some((token) => suppliers.includes(fold(token.text)));
  return names.map((name) =>
    isSupplier(name) || (reorders && name.way === 'from') ? { ...name, incoming: true } : name,
  );
}
