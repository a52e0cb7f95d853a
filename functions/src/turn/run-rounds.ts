import { CodedError } from '../coded-error.ts';
import { ModelError } from '../model/model.ts';
import { readRound } from './read-round.ts';
import { runToolCalls } from './run-tool-calls.ts';
import { toBody } from './turn-error.ts';
import { withUsage } from './turn-progress.ts';
import type { TurnRun } from './turn-run.ts';

/** Of an answer, all rounds together: more than anyone reads, and what fits into the turn's document (1 MiB) with its figures. */
const maxAnswerChars = 100_000;

/** Where the text of rounds goes. */
export type TextTarget = {
  read: () => string;
  /** Urgent: the first text of a round, which someone is waiting for. */
  write: (text: string, urgent: boolean) => void;
};

/** The answer that a person sees grow. */
export function toShownText(run: TurnRun): TextTarget {
  return {
    read: () => run.progress.get().text,
    write: (text, urgent) => {
      if (text !== '') run.firstTextAt ??= run.deps.clock.now();
      run.progress.change((progress) => ({ ...progress, text }), urgent ? 'now' : 'soon');
    },
  };
}

/**
 * Model rounds and tool calls until the model answers in text. The answer is the text of all rounds: what the model says
 * before a call stays, and a blank line sets it off from what follows.
 * @throws ModelError (model_truncated for an answer that is too long), CodedError too_many_rounds, the signal's reason, or what a tool threw
 */
export async function runRounds(run: TurnRun, target: TextTarget, signal: AbortSignal): Promise<void> {
  for (;;) {
    run.rounds += 1;
    const mustAnswer = isLastRound(run);
    const { parts, calls } = await readOneRound(run, target, signal, mustAnswer);
    run.contents.push({ role: 'model', parts });
    run.roundText = '';
    if (calls.length === 0) return;
    if (mustAnswer) throw new CodedError('too_many_rounds', toBody('too_many_rounds').message);
    run.contents.push({ role: 'user', parts: await runToolCalls(run, calls) });
  }
}

/** True where this round must answer: no more rounds or no more calls. */
function isLastRound({ rounds, toolCalls, deps }: TurnRun): boolean {
  return rounds >= deps.limits.modelRounds || toolCalls >= deps.limits.toolCalls;
}

function readOneRound(run: TurnRun, target: TextTarget, signal: AbortSignal, mustAnswer: boolean) {
  const { deps } = run;
  const before = target.read();
  return readRound({
    model: deps.model,
    request: {
      systemInstruction: run.systemInstruction,
      contents: [...run.history, ...run.contents],
      tools: deps.declarations,
      toolMode: mustAnswer ? 'none' : 'auto',
      signal,
    },
    deadlineAt: run.turn.deadlineAt,
    clock: deps.clock,
    random: deps.random,
    logger: run.logger,
    onPart: () => {
      run.answered = true;
    },
    onText: (text) => {
      const whole = joinRounds(before, text);
      const fits = whole.length <= maxAnswerChars;
      run.roundText = fits ? text : text.slice(0, text.length - (whole.length - maxAnswerChars));
      target.write(whole.slice(0, maxAnswerChars), target.read() === before);
      if (!fits) throw new ModelError('model_truncated', `more than ${maxAnswerChars} characters`, false);
    },
    onEnd: ({ model, tokens }) => {
      run.progress.change((progress) => withUsage(progress, model, { rounds: 1 }, tokens), 'later');
    },
  });
}

function joinRounds(before: string, text: string): string {
  if (before === '' || text === '') return before + text;
  return `${before.trimEnd()}\n\n${text.trimStart()}`;
}
