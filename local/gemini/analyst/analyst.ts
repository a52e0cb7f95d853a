import type { Brain, BrainEvent } from '../brain.ts';
import { localModelName } from '../wire/parse-path.ts';
import type { FunctionDeclaration, ParsedRequest } from '../wire/request-schema.ts';
import { toTurns } from './conversation/read-steps.ts';
import { decide } from './decide.ts';
import type { Day } from './time/calendar.ts';
import { shortMonths } from './time/time-patterns.ts';
import { understand } from './understand.ts';
import { createLexicon, type Lexicon } from './vocabulary/lexicon.ts';
import { readDeclarations, type Vocabulary } from './vocabulary/read-declarations.ts';

export type AnalystOptions = {
  now: () => Date;
  /** Milliseconds between the words of an answer. */
  chunkDelayMs?: number;
};

/**
 * A rule-based model that answers questions about the tools that a request declares. It has no memory: the same
 * conversation gets the same next step.
 */
export function createAnalyst({ now, chunkDelayMs = 15 }: AnalystOptions): Brain {
  const readKnown = createDeclarationReader();
  return {
    name: localModelName,
    async *answer(request) {
      const decision = toDecision(request, readKnown(request.declarations), now());
      if (decision.kind === 'calls') {
        yield { type: 'calls', calls: decision.calls };
        return;
      }
      yield* speak(decision.text, chunkDelayMs);
    },
  };
}

type Known = { key: string; vocabulary: Vocabulary; lexicon: Lexicon };

/** The declarations of a product rarely change: the last ones read are kept. */
function createDeclarationReader(): (declarations: FunctionDeclaration[]) => Known {
  let known: Known | null = null;
  return (declarations) => {
    const key = JSON.stringify(declarations);
    if (known?.key === key) return known;
    const vocabulary = readDeclarations(declarations);
    known = { key, vocabulary, lexicon: createLexicon(vocabulary) };
    return known;
  };
}

function toDecision(request: ParsedRequest, { vocabulary, lexicon }: Known, now: Date) {
  const setting = {
    vocabulary,
    lexicon,
    today: readToday(request.systemInstruction) ?? now.toISOString().slice(0, 10),
    fiscalStartMonth: readFiscalStart(request.systemInstruction),
    currency: /Amounts are in ([A-Z]{3})\b/.exec(request.systemInstruction)?.[1] ?? null,
  };
  const turns = toTurns(request.contents);
  const turn = turns.at(-1) ?? { question: '', steps: [], answer: '', doubted: [] };
  return decide(turn, understand(turns, setting), setting, request.toolMode !== 'none');
}

/** Word by word, spaces kept with the word before. */
function* speak(text: string, delayMs: number): Generator<BrainEvent> {
  for (const [index, chunk] of (text.match(/\S+\s*/g) ?? [text]).entries()) {
    if (index > 0 && delayMs > 0) yield { type: 'wait', ms: delayMs };
    yield { type: 'text', text: chunk };
  }
}

/** The company's day stands in the instruction: the clock here may be in another time zone. */
function readToday(instruction: string): Day | null {
  return /Today is (\d{4}-\d{2}-\d{2})/.exec(instruction)?.[1] ?? null;
}

function readFiscalStart(instruction: string): number {
  const name = /fiscal year begins in (\w+)/i.exec(instruction)?.[1]?.toLowerCase().slice(0, 3) ?? 'jan';
  return Math.max(0, shortMonths.split('|').indexOf(name)) + 1;
}
