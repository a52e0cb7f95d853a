import type { Filter } from '../question/question.ts';
import { isCode, type Token } from '../vocabulary/words.ts';

/** Orders to suppliers that a sentence names by their numbers, and the words that do. */
export type FoundOrders = { filters: Filter[]; used: number[] };

/** "PO 4012", "purchase orders PO-0011828 and PO-0011829", "PO-0011828". */
export function findOrderNumbers(tokens: Token[]): FoundOrders {
  const values: string[] = [];
  const used: number[] = [];
  for (const at of tokens.keys()) {
    const noun = readNoun(tokens, at);
    const first = noun ?? (isOwnCode(tokens[at]) ? at : null);
    if (first === null || used.includes(at)) continue;
    const last = readNumbers(tokens, first, values);
    if (last !== null) for (let index = at; index <= last; index += 1) used.push(index);
  }
  // "When is PO 4012 due?": the days of an order are shown with it.
  if (values.length > 0)
    for (const [at, { word }] of tokens.entries())
      if (/^(due|expected|scheduled|promised|arriving|arrive|arrives)$/.test(word)) used.push(at);
  return {
    filters: values.length > 0 ? [{ dimension: 'purchase_order', op: 'is', values }] : [],
    used,
  };
}

/** Where the number begins after "PO", "purchase order no."; null where none of this stands there. */
function readNoun(tokens: Token[], at: number): number | null {
  const is = (index: number, form: RegExp) => form.test(tokens[index]?.word ?? '');
  const after = is(at, /^pos?$/) ? at + 1 : is(at, /^purchase$/) && is(at + 1, /^orders?$/) ? at + 2 : null;
  if (after === null) return null;
  return is(after, /^(no|nr|number|numbers)$/) ? after + 1 : after;
}

/** Takes the numbers from there on: "4012, 4013 and 4014"; the place of the last one, or null. */
function readNumbers(tokens: Token[], from: number, values: string[]): number | null {
  let last: number | null = null;
  for (let at = from; at < tokens.length; at += 1) {
    const text = tokens[at]?.text ?? '';
    if (/^\d+$/.test(text) || isOwnCode(tokens[at])) {
      values.push(text);
      last = at;
    } else if (last === null || !/^(and|or)$/.test(tokens[at]?.word ?? '')) break;
  }
  return last;
}

/** "PO-0011828" says by itself what it is the number of. */
function isOwnCode(token: Token | undefined): boolean {
  return token !== undefined && isCode(token.text) && /^po[-_#]?\d+$/i.test(token.text);
}
