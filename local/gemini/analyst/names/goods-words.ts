import type { Concept, Lexicon } from '../vocabulary/lexicon.ts';
import type { Token } from '../vocabulary/words.ts';

/**
 * "Tables", "table sales", "sales of tops", "consumers": words that would draw, rank or split something, where they may stand for goods
 * or people. They are names where the catalog has exactly them.
 */
export function isGoodsWord(tokens: Token[], index: number, lexicon: Lexicon): boolean {
  const token = tokens[index];
  // "Consumer sales", "which consumers spent most?": all customers, or those of a kind.
  const isKind =
    members.test(token?.lemma ?? '') && !/^(?:by|per|each|every)$/.test(tokens[index - 1]?.word ?? '');
  if (isKind && conceptsOf(token, lexicon).some(({ kind }) => kind === 'dimension')) return true;
  const [concept] = conceptsOf(token, lexicon).filter(({ kind }) => /^(?:chart|order|focus)$/.test(kind));
  if (!token || !concept) return false;
  const before = tokens[index - 1]?.word ?? '';
  if (/^(?:as|into|using|draw|plot|draws|plots)$/.test(before)) return false;
  if (token.word !== token.lemma && /s$/.test(token.word)) {
    // "Which brand tops the list?", "show it in tables", "which tables are in the database?"
    const isVerb = conceptsOf(tokens[index - 1], lexicon).some(({ kind }) => kind === 'dimension');
    const isLook = before === 'in' && tokens.some(({ word }) => shows.test(word));
    return !isVerb && !isLook && !tokens.some(({ word }) => /^(?:data|database|schema)$/.test(word));
  }
  // "A table of sales", "table: sales by region" and "top sales" are what they say.
  const isDrawn = concept.kind === 'chart' && /^(?:table|bar|line)$/.test(token.word);
  const next = tokens[index + 1];
  const isBeside = next !== undefined && next.start - token.end === 1;
  const ofFigure = conceptsOf(next, lexicon).some(({ kind }) => kind === 'measure');
  return isDrawn && isBeside && ofFigure && !/^(?:an?|in|the|this|that|with)$/.test(before);
}

/** Words for a dimension that a company may call one of its members. */
const members = /^(?:consumer|account|market|branch|depot|label|outlet|dealer)$/;

const shows = /^(?:show|give|put|present|display|list|draw|see|view|get)$/;

/** What a word means by itself. */
function conceptsOf(token: Token | undefined, { entries }: Lexicon): Concept[] {
  const own = entries.get(token?.lemma ?? '') ?? [];
  return own.filter(({ lemmas }) => lemmas.length === 1).map(({ concept }) => concept);
}
