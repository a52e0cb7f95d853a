import type { WarehouseAccess } from '@tallyboard/contract';
import type { ModelContent } from '../model/model.ts';
import { maySee } from '../tools/scope.ts';
import { shortenContents } from './shorten-contents.ts';
import { withoutSignatures } from './signatures.ts';
import type { PastTurn } from './turn-store.ts';

export type HistoryOptions = {
  /** The model that will read it. */
  model: string;
  /** Characters of JSON that are told verbatim at most, from the newest turn on. */
  wholeChars: number;
  /** Characters of JSON at most; the oldest turns are left out. */
  maxChars: number;
  /** The warehouses of who asks now. */
  access: WarehouseAccess;
};

/**
 * Earlier turns as the model is told them again, oldest first, each in less detail the older it is: verbatim, then with the first
 * rows of its results, and where its contents were not read back in words alone. The newest is verbatim even where it takes the
 * whole budget: it is what the next question is about. Figures that the person may not see any more are not told.
 */
export function toHistoryContents(turns: readonly PastTurn[], options: HistoryOptions): ModelContent[] {
  const { wholeChars, maxChars } = options;
  const kept: ModelContent[][] = [];
  let chars = 0;
  let wholeUpTo = maxChars;
  const hiddenTurns = findHidden(turns, options.access);
  for (const turn of turns.toReversed()) {
    const whole = hiddenTurns.has(turn)
      ? toEndedContents([toQuestion(turn)], '', hidden)
      : toContents(turn, options);
    const isWhole = chars + toSize(whole) <= wholeUpTo;
    // What is shortened once stays so: no older turn is told in more detail.
    wholeUpTo = isWhole ? wholeChars : 0;
    const contents = isWhole ? whole : shortenContents(whole);
    chars += toSize(contents);
    if (chars > maxChars) break;
    kept.unshift(contents);
  }
  return kept.flat();
}

function toSize(contents: readonly ModelContent[]): number {
  return JSON.stringify(contents).length;
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
  const said = [shownText.trim(), ending].filter(Boolean).join('\n\n') || '(no text)';
  return [...whole, { role: 'model', parts: [{ text: said }] }];
}

const hidden = '(This answer covers warehouses that the person may not see any more, and is left out.)';

/** Answers told in words alone would teach the model to answer without reading. The local analyst knows this sentence too. */
const unread = '(What was read for this answer is left out here.)';

/**
 * Turns that cover warehouses out of sight by now, and those after them that read nothing: what these say may come from there. A turn that
 * read what may be seen was told none of it any more.
 */
function findHidden(turns: readonly PastTurn[], access: WarehouseAccess): Set<PastTurn> {
  let isHidden = false;
  return new Set(
    turns.filter(({ scopes }) => {
      if (scopes.length > 0) isHidden = !scopes.every((scope) => maySee(access, scope));
      return isHidden;
    }),
  );
}

function toQuestion({ question }: PastTurn): ModelContent {
  return { role: 'user', parts: [{ text: question }] };
}

/** A stored turn, or what its document shows. */
function toContents(turn: PastTurn, { model }: HistoryOptions): ModelContent[] {
  if (turn.raw === null) return toEndedContents([toQuestion(turn)], turn.text, toUntold(turn));
  // A signature is good for the model that made it; another one refuses it as corrupted.
  return turn.raw.model === model ? turn.raw.contents : withoutSignatures(turn.raw.contents);
}

function toUntold({ status, scopes }: PastTurn): string {
  if (status !== 'completed') return '(This answer was interrupted.)';
  return scopes.length > 0 ? unread : '';
}

function dropUnansweredCall(contents: readonly ModelContent[]): ModelContent[] {
  const last = contents.at(-1);
  const unanswered = last?.role === 'model' && last.parts.some((part) => part.functionCall !== undefined);
  return unanswered ? contents.slice(0, -1) : [...contents];
}
