import { CodedError } from '../coded-error.ts';
import { readRound } from './read-round.ts';
import { runToolCalls } from './run-tool-calls.ts';
import { toBody } from './turn-error.ts';
import { withUsage } from './turn-progress.ts';
import type { TurnRun } from './turn-run.ts';

/**
 * Model rounds and tool calls until the model answers in text. The answer is the text of all rounds: what the model says
 * before a call stays, and a blank line sets it off from what follows.
 * @throws ModelError, CodedError too_many_rounds, the abort reason, or what a tool threw
 */
export async function runRounds(run: TurnRun): Promise<void> {
  const { modelRounds, toolCalls } = run.deps.limits;
  for (let round = 1; ; round += 1) {
    const mustAnswer = round >= modelRounds || run.toolCalls >= toolCalls;
    const { parts, calls } = await readOneRound(run, mustAnswer);
    run.contents.push({ role: 'model', parts });
    run.roundText = '';
    if (calls.length === 0) return;
    if (mustAnswer) throw new CodedError('too_many_rounds', toBody('too_many_rounds').message);
    run.contents.push({ role: 'user', parts: await runToolCalls(run, calls) });
  }
}

function readOneRound(run: TurnRun, mustAnswer: boolean) {
  const { deps } = run;
  const before = run.progress.get().text;
  return readRound({
    model: deps.model,
    request: {
      systemInstruction: run.systemInstruction,
      contents: [...run.history, ...run.contents],
      tools: deps.declarations,
      toolMode: mustAnswer ? 'none' : 'auto',
      signal: run.signal,
    },
    deadlineAt: run.turn.deadlineAt,
    clock: deps.clock,
    random: deps.random,
    logger: run.logger,
    onPart: () => {
      run.answered = true;
    },
    onText: (text) => {
      run.roundText = text;
      const whole = joinRounds(before, text);
      // The first text of a round is urgent: someone is waiting for it.
      const urgent = run.progress.get().text === before;
      run.progress.change((progress) => ({ ...progress, text: whole }), urgent);
    },
    onEnd: ({ model, tokens }) => {
      run.progress.change((progress) => withUsage(progress, model, { rounds: 1 }, tokens), false);
    },
  });
}

function joinRounds(before: string, text: string): string {
  if (before === '' || text === '') return before + text;
  return `${before.trimEnd()}\n\n${text.trimStart()}`;
}
