import type { Figure } from '@tallyboard/contract';
import { CodedError } from '../coded-error.ts';
import { toCorrection } from '../grounding/correction.ts';
import { ModelError } from '../model/model.ts';
import { raceAbort } from '../race-abort.ts';
import { notNeeded } from './clock.ts';
import { proveText } from './prove-texts.ts';
import { runRounds, type TextTarget } from './run-rounds.ts';
import type { TurnRun } from './turn-run.ts';

/** Left of the turn's time when a correction is given up. */
const marginMs = 2_000;
/** A correction is not begun with less than this. */
const leastMs = 4_000;

type Checked = { text: string; figures: Figure[] };

/**
 * Proves the figures of the finished answer. What cannot be proved goes back to the model once, unseen; the corrected
 * answer takes the place of the first one only where it is better. What still cannot be proved stays marked as unproved.
 * @throws the turn's abort reason; a correction that fails leaves the first answer as it was
 */
export async function groundAnswer(run: TurnRun): Promise<void> {
  const draft = await check(run, run.progress.get().text);
  const unproved = draft.figures.filter(({ proved }) => !proved).length;
  const corrected = unproved > 0 && hasRoom(run) ? await correct(run, draft) : undefined;
  const { text, figures } = corrected !== undefined && isBetter(corrected, draft) ? corrected : draft;
  run.logger.info(
    {
      figures: figures.length,
      unproved: figures.filter(({ proved }) => !proved).length,
      asked: corrected !== undefined,
    },
    'figures checked',
  );
  // The end of the turn, which follows, carries it.
  run.progress.change((progress) => ({ ...progress, text, figures }), 'later');
}

async function check(run: TurnRun, text: string): Promise<Checked> {
  return { text, figures: await proveText(run, text) };
}

function hasRoom(run: TurnRun): boolean {
  const leftMs = run.turn.deadlineAt.getTime() - run.deps.clock.now().getTime();
  return run.rounds < run.deps.limits.modelRounds && leftMs >= leastMs + marginMs;
}

async function correct(run: TurnRun, draft: Checked): Promise<Checked | undefined> {
  const { clock } = run.deps;
  const before = [...run.contents];
  run.contents.push({ role: 'user', parts: [{ text: toCorrection(draft.text, draft.figures) }] });
  const late = new AbortController();
  const done = new AbortController();
  const leftMs = run.turn.deadlineAt.getTime() - clock.now().getTime() - marginMs;
  void clock.sleep(leftMs, done.signal).then(
    () => late.abort(new CorrectionTimeout()),
    () => undefined,
  );
  const held = createHeldText();
  try {
    const signal = AbortSignal.any([run.signal, late.signal]);
    await raceAbort(runRounds(run, held, signal), signal);
    const corrected = await check(run, held.read());
    if (!isBetter(corrected, draft)) run.contents = before;
    return corrected;
  } catch (error) {
    run.signal.throwIfAborted();
    const expected =
      error instanceof ModelError || error instanceof CodedError || error instanceof CorrectionTimeout;
    run.logger[expected ? 'warn' : 'error']({ err: error }, 'correction failed');
    run.contents = before;
    run.roundText = '';
    return undefined;
  } finally {
    done.abort(notNeeded);
  }
}

class CorrectionTimeout extends Error {
  override name = 'CorrectionTimeout';
}

/** Text that nobody sees until it has been checked. */
function createHeldText(): TextTarget {
  let held = '';
  return {
    read: () => held,
    write: (text) => {
      held = text;
    },
  };
}

/** Fewer unproved figures, and not bought by leaving most of the answer out. */
function isBetter(corrected: Checked, draft: Checked): boolean {
  const proved = ({ text, figures }: Checked) =>
    figures.filter((figure) => figure.proved).map(({ start, end }) => text.slice(start, end));
  const unproved = ({ figures }: Checked) => figures.filter((figure) => !figure.proved).length;
  const right = [...new Set(proved(draft))];
  const kept = right.filter((figure) => corrected.text.includes(figure));
  return (
    corrected.text.trim() !== '' && unproved(corrected) < unproved(draft) && kept.length * 2 >= right.length
  );
}
