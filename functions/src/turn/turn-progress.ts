import type { Scope, Step, Visualization } from '@tallyboard/contract';
import type { ModelTokens } from '../model/model.ts';
import type { TurnProgress } from './turn-store.ts';

export const emptyProgress: TurnProgress = {
  steps: [],
  text: '',
  visualizations: [],
  figures: [],
  scopes: [],
  usage: null,
};

/** When a change is written: at once, with others that come shortly, or with whatever is written next. */
export type When = 'now' | 'soon' | 'later';

/** The growing answer. Each change makes a new value, so that a write in flight keeps what it was given. */
export type ProgressHolder = {
  get: () => TurnProgress;
  /** After `freeze` nothing changes any more. */
  change: (toNext: (progress: TurnProgress) => TurnProgress, when: When) => void;
  freeze: () => TurnProgress;
};

export function createProgress(onChange: (progress: TurnProgress, urgent: boolean) => void): ProgressHolder {
  let progress = emptyProgress;
  let frozen = false;
  return {
    get: () => progress,
    change: (toNext, when) => {
      if (frozen) return;
      progress = toNext(progress);
      if (when !== 'later') onChange(progress, when === 'now');
    },
    freeze: () => {
      frozen = true;
      return progress;
    },
  };
}

export function withStep(progress: TurnProgress, step: Step): TurnProgress {
  const known = progress.steps.some(({ id }) => id === step.id);
  const steps = known
    ? progress.steps.map((other) => (other.id === step.id ? step : other))
    : [...progress.steps, step];
  return { ...progress, steps };
}

export function withVisualization(progress: TurnProgress, visualization: Visualization): TurnProgress {
  return { ...progress, visualizations: [...progress.visualizations, visualization] };
}

/** A scope is listed once, however many results have it. */
export function withScope(progress: TurnProgress, scope: Scope): TurnProgress {
  const key = JSON.stringify(scope);
  if (progress.scopes.some((other) => JSON.stringify(other) === key)) return progress;
  return { ...progress, scopes: [...progress.scopes, scope] };
}

export type Spent = { rounds?: number; toolCalls?: number; bytesProcessed?: number; priceUsd?: number };

/** Adds what a model round or a tool call used. `model` is the name that the last reply gave. */
export function withUsage(
  progress: TurnProgress,
  model: string,
  spent: Spent,
  tokens: ModelTokens = noTokens,
): TurnProgress {
  const before = progress.usage ?? { ...noUsage, model };
  return {
    ...progress,
    usage: {
      model,
      rounds: before.rounds + (spent.rounds ?? 0),
      toolCalls: before.toolCalls + (spent.toolCalls ?? 0),
      inputTokens: before.inputTokens + tokens.input,
      outputTokens: before.outputTokens + tokens.output,
      thoughtTokens: before.thoughtTokens + tokens.thought,
      cachedTokens: before.cachedTokens + tokens.cached,
      bytesProcessed: before.bytesProcessed + (spent.bytesProcessed ?? 0),
      priceUsd: before.priceUsd + (spent.priceUsd ?? 0),
    },
  };
}

/** Steps of an ended turn: none goes on running. */
export function withEndedSteps(progress: TurnProgress, finishedAt: Date, message: string): TurnProgress {
  const steps = progress.steps.map((step) =>
    step.status === 'running' ? { ...step, status: 'failed' as const, finishedAt, message } : step,
  );
  return { ...progress, steps };
}

const noTokens: ModelTokens = { input: 0, output: 0, thought: 0, cached: 0 };
const noUsage = {
  rounds: 0,
  toolCalls: 0,
  inputTokens: 0,
  outputTokens: 0,
  thoughtTokens: 0,
  cachedTokens: 0,
  bytesProcessed: 0,
  priceUsd: 0,
};
