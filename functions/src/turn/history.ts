import type { WarehouseAccess } from '@tallyboard/contract';
import type { ModelContent, ModelPart } from '../model/model.ts';
import { maySee } from '../tools/scope.ts';
import type { PastTurn } from './turn-store.ts';

export type HistoryOptions = {
  /** The model that will read it. */
  model: string;
  /** Characters of JSON at most; whole turns are left out from the oldest on. */
  maxChars: number;
  /** The warehouses of who asks now. */
  access: WarehouseAccess;
};

/** Earlier turns as the model is told them again: verbatim, oldest first. Figures that the person may not see any more are not. */
export function toHistoryContents(turns: readonly PastTurn[], options: HistoryOptions): ModelContent[] {
  const kept: ModelContent[][] = [];
  let chars = 0;
  for (const turn of turns.toReversed()) {
    const contents = toContents(turn, options);
    chars += JSON.stringify(contents).length;
    if (chars > options.maxChars) break;
    kept.unshift(contents);
  }
  return kept.flat();
}

/**
 * The contents of an ended turn, fit to stand before the next question: user and model alternate and every call has its
 * response, wherever the turn stopped. `shownText` is what a person saw of the round that did not finish.
 */
export function toEndedContents(
  contents: readonly ModelContent[],
  shownText: string,
  ending: string,
): ModelContent[] {
  const whole = dropUnansweredCall(contents);
  const last = whole.at(-1);
  if (last?.role === 'model') return whole;
  const said = shownText.trim() === '' ? ending : `${shownText.trim()}\n\n${ending}`;
  return [...whole, { role: 'model', parts: [{ text: said }] }];
}

const hidden = '(This answer covers warehouses that the person may not see any more, and is left out.)';

/** A stored turn, or, where its function died, what its document shows. */
function toContents(turn: PastTurn, { model, access }: HistoryOptions): ModelContent[] {
  const question: ModelContent = { role: 'user', parts: [{ text: turn.question }] };
  if (!turn.scopes.every((scope) => maySee(access, scope))) return toEndedContents([question], '', hidden);
  if (turn.raw === null) {
    return toEndedContents([question], turn.text, '(This answer was interrupted.)');
  }
  // A signature is good for the model that made it; another one refuses it as corrupted.
  return turn.raw.model === model ? turn.raw.contents : turn.raw.contents.map(dropSignatures);
}

function dropUnansweredCall(contents: readonly ModelContent[]): ModelContent[] {
  const last = contents.at(-1);
  const unanswered = last?.role === 'model' && last.parts.some((part) => part.functionCall !== undefined);
  return unanswered ? contents.slice(0, -1) : [...contents];
}

function dropSignatures(content: ModelContent): ModelContent {
  const parts = content.parts.filter((part) => part.thought !== true).map(dropSignature);
  return { ...content, parts: parts.length === 0 ? [{ text: '(no text)' }] : parts };
}

function dropSignature(part: ModelPart): ModelPart {
  const { thoughtSignature: _, ...rest } = part;
  return rest;
}
