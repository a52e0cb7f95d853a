import type { ChatReply, ErrorBody, Turn } from '@tallyboard/contract';
import type { Caller } from '../caller.ts';
import { raceAbort } from '../race-abort.ts';
import { auditApart } from './audit-call.ts';
import { createBackgroundWrites } from './background-writes.ts';
import { notNeeded } from './clock.ts';
import { listEarlierNames } from './earlier-names.ts';
import { groundAnswer } from './ground-answer.ts';
import { toEndedContents, toHistoryContents } from './history.ts';
import { provePartialText } from './prove-texts.ts';
import { retry } from './retry.ts';
import { runRounds, toShownText } from './run-rounds.ts';
import { isForOperator, TurnCancelled, TurnTimeout, toBody, toTurnError } from './turn-error.ts';
import { createProgress, withEndedSteps } from './turn-progress.ts';
import type { TurnRun } from './turn-run.ts';
import type { TurnDeps } from './turn-runner.ts';
import { type History, type TurnEnd, TurnEndedError, type TurnKey, type TurnRecord } from './turn-store.ts';
import { createTurnWriter } from './turn-writer.ts';
import { waitAtMost } from './wait-at-most.ts';

/** Between two writes of a growing text. */
const writeIntervalMs = 150;
/** A step that ends is written together with what it returned. */
const gatherMs = 15;
/** How long a turn goes without knowing whether it was cancelled: a write tells it, or it asks. */
const cancelPollMs = 500;
/** What is read back of earlier turns: the contents of the newest, and the questions and answers of those before. */
export const historyBounds = { maxDetailed: 12, maxTurns: 300 };
/** What the model is told of it, in each round: about 20,000 tokens at most. */
const historyChars = { wholeChars: 24_000, maxChars: 80_000 };
/** Characters of rows that the model is shown in one turn; keeps its raw contents within one document. */
const turnResponseChars = 500_000;
/** How long the final write is tried. After that the clean-up ends the turn. */
const endRetryMs = 120_000;
/** How long an ending turn waits for its calls to be audited and its results to be stored before its end is written. */
const settleMs = 3_000;
/** How long the reply to the question waits for writes that came after the end. They go on, while the process does. */
const lastWritesMs = 60_000;
/** Turns outlive their conversation by a day at first: those that have lost half of it are given it anew. */
const lifeLostMs = 43_200_000;

export type StartedTurn = {
  deps: TurnDeps;
  caller: Caller;
  key: TurnKey;
  turn: Turn;
  record: TurnRecord;
  /** The day of the question, `YYYY-MM-DD` in the company's time zone. */
  today: string;
  readHistory: () => Promise<History>;
  /** Aborted with TurnCancelled when a cancel comes in by this process. */
  cancelled: AbortSignal;
};

type Ending = { status: TurnEnd['status']; error: ErrorBody | null };

/**
 * Runs an accepted turn to its one end: completed, failed or cancelled. Never throws; nothing that hangs holds it past its
 * deadline, and its final write is tried until the store has decided about it.
 */
export async function runTurn(started: StartedTurn): Promise<ChatReply> {
  const { deps, key, turn, record } = started;
  const logger = deps.logger.child({ uid: key.uid, conversationId: key.conversationId, turnId: key.turnId });
  const abort = new AbortController();
  const finished = new AbortController();
  const writer = createTurnWriter({
    write: async (progress: Parameters<TurnRecord['write']>[0]) => {
      await record.write(progress);
      if (record.cancelSeen()) abort.abort(new TurnCancelled());
    },
    minIntervalMs: writeIntervalMs,
    gatherMs,
    clock: deps.clock,
    random: deps.random,
    onRetry: (err) => logger.warn({ err }, 'turn write is tried again'),
    onEnded: (error) => abort.abort(error),
  });
  const run: TurnRun = {
    ...{ deps, key, turn, record, logger, caller: started.caller },
    signal: abort.signal,
    progress: createProgress(writer.submit),
    writes: createBackgroundWrites(),
    otherWrites: createBackgroundWrites(),
    systemInstruction: '',
    history: [],
    earlierNames: new Set(),
    contents: [{ role: 'user', parts: [{ text: turn.question }] }],
    results: new Map(),
    answered: false,
    firstTextAt: null,
    roundText: '',
    rounds: 0,
    toolCalls: 0,
    bytesLeft: turn.bytesReserved ?? 0,
    responseCharsLeft: turnResponseChars,
  };
  const cancel = () => abort.abort(new TurnCancelled());
  started.cancelled.addEventListener('abort', cancel, { once: true });
  if (started.cancelled.aborted) cancel();
  void stopAtDeadline(run, abort, finished.signal);
  void watchForCancel(run, abort, finished.signal);

  const ending = await runToEnding(run, started);
  finished.abort(notNeeded);
  // Whatever still runs (a query, a model stream) is told to stop; it can change nothing any more.
  const progress = run.progress.freeze();
  abort.abort(new TurnEndedError('the turn has ended'));
  await writer.stop();
  const end = toEnd(run, ending, await withFigures(run, ending, progress));
  const status = await writeEnd(run, end);
  const lastWrites = Promise.all([run.writes.settle(), run.otherWrites.settle(), auditApart(run)]);
  if ((await waitAtMost(lastWrites, lastWritesMs, deps.clock)) === undefined)
    logger.error('writes of an ended turn hang');
  return { conversationId: key.conversationId, turnId: key.turnId, ...status };
}

async function runToEnding(run: TurnRun, started: StartedTurn): Promise<Ending> {
  try {
    await raceAbort(answer(run, started), run.signal);
    return { status: 'completed', error: null };
  } catch (error) {
    if (error instanceof TurnCancelled) return { status: 'cancelled', error: null };
    const body = toTurnError(error);
    const level = isForOperator(error) ? 'error' : 'warn';
    run.logger[level]({ err: error, code: body.code }, 'turn failed');
    return { status: 'failed', error: body };
  }
}

/** Returns when the answer is whole and every result behind it is stored. */
async function answer(run: TurnRun, started: StartedTurn): Promise<void> {
  const { deps, caller } = run;
  run.systemInstruction = deps.systemPrompt({ today: started.today, access: caller.access });
  const options = {
    model: deps.model.name,
    ...historyChars,
    access: caller.access,
  };
  const history = await started.readHistory();
  run.history = toHistoryContents(history.turns, options);
  run.earlierNames = listEarlierNames(run.history);
  extendLives(run, history);
  await runRounds(run, toShownText(run), run.signal);
  await groundAnswer(run);
  await Promise.all([...run.results.values()].map(({ saved }) => saved));
}

/** Earlier turns that might expire before their conversation are given the time of this one, beside the answer. */
function extendLives(run: TurnRun, { turns }: History): void {
  const { expiresAt } = run.turn;
  const short = turns.filter((turn) => turn.expiresAt.getTime() <= expiresAt.getTime() - lifeLostMs);
  if (short.length === 0) return;
  const turnIds = short.map(({ turnId }) => turnId);
  const extended = run.deps.store.extendLife(run.key, turnIds, expiresAt);
  // The next question of the conversation tries again.
  run.otherWrites.add(
    extended.catch((err) => run.logger.warn({ err }, 'lives of earlier turns are not extended')),
  );
}

async function stopAtDeadline(run: TurnRun, abort: AbortController, finished: AbortSignal): Promise<void> {
  const { clock } = run.deps;
  const leftMs = Math.max(0, run.turn.deadlineAt.getTime() - clock.now().getTime());
  await clock.sleep(leftMs, finished).then(
    () => abort.abort(new TurnTimeout()),
    () => undefined,
  );
}

/** Sees a cancel that came in by another instance. A read that fails is no reason to end the turn. */
async function watchForCancel(run: TurnRun, abort: AbortController, finished: AbortSignal): Promise<void> {
  let waitMs = cancelPollMs;
  while (!finished.aborted) {
    try {
      await run.deps.clock.sleep(waitMs, finished);
      const untilPollMs = cancelPollMs - run.record.quietMs();
      waitMs = untilPollMs > 0 ? untilPollMs : cancelPollMs;
      if (untilPollMs > 0) continue;
      if (await run.record.readCancelRequested()) abort.abort(new TurnCancelled());
    } catch (error) {
      if (error instanceof TurnEndedError) abort.abort(error);
      else if (!finished.aborted) run.logger.debug({ err: error }, 'cancel poll failed');
    }
  }
}

const endings = {
  completed: '',
  cancelled: '(The person stopped this answer here.)',
  failed: '(This answer failed here.)',
} as const;

/** A completed answer has its figures; of another one the text stays, and is read too. */
async function withFigures(
  run: TurnRun,
  { status }: Ending,
  progress: TurnEnd['progress'],
): Promise<TurnEnd['progress']> {
  if (status === 'completed' || progress.text === '') return progress;
  return { ...progress, figures: await provePartialText(run, progress.text) };
}

function toEnd(run: TurnRun, { status, error }: Ending, progress: TurnEnd['progress']): TurnEnd {
  const finishedAt = run.deps.clock.now();
  const stepMessage = status === 'cancelled' ? 'Stopped' : 'Not finished';
  return {
    status,
    error,
    finishedAt,
    progress: withEndedSteps(progress, finishedAt, stepMessage),
    contents: toEndedContents(run.contents, run.roundText, endings[status]),
    model: run.deps.model.name,
    // A refusal by the model is an answer; a fault before its first part is not.
    givesBack: status === 'failed' && !run.answered && error?.code !== 'model_blocked',
  };
}

async function writeEnd(run: TurnRun, end: TurnEnd): Promise<Pick<ChatReply, 'status' | 'error'>> {
  const { clock, random } = run.deps;
  const sinceAsked = (at: Date) => at.getTime() - run.turn.askedAt.getTime();
  await waitAtMost(run.writes.settle(), settleMs, clock);
  try {
    await retry(() => run.record.end(end), {
      clock,
      random,
      until: new Date(end.finishedAt.getTime() + endRetryMs),
      isFinal: (error) => error instanceof TurnEndedError,
      onRetry: (err) => run.logger.warn({ err }, 'final write is tried again'),
    });
    run.logger.info(
      {
        ...{ status: end.status, code: end.error?.code ?? null, latencyMs: sinceAsked(end.finishedAt) },
        firstTextMs: run.firstTextAt && sinceAsked(run.firstTextAt),
        ...end.progress.usage,
      },
      'turn ended',
    );
    return { status: end.status, error: end.error };
  } catch (error) {
    run.logger.error({ err: error, status: end.status }, 'final write was not possible');
    const turn = await run.deps.store.readTurn(run.key).catch(() => undefined);
    const ended = turn !== undefined && turn.status !== 'running';
    return ended
      ? { status: turn.status, error: turn.error }
      : { status: 'failed', error: toBody('unavailable') };
  }
}
