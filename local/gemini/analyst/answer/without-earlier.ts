import type { Answered } from '../decide.ts';

/** Of two times, of which the earlier lies before the record, the later one by itself. */
export function withoutEarlier(one: Answered): Answered {
  const { question, plan, reads } = one;
  if (plan === null || plan.view.spans === null || !isBeforeRecord(one)) return one;
  if (question.kind !== 'data' || question.changes || question.why) return one;
  const view = { ...plan.view, spans: null, period: plan.view.spans.after };
  return { ...one, plan: { ...plan, view }, reads: reads.filter(({ read }) => read.role !== 'before') };
}

/** Said beside it. */
export function speakWithoutEarlier(one: Answered): string {
  const outcome = one.reads.find(({ read }) => read.role === 'before')?.step?.outcome;
  return outcome?.kind === 'failure' && withoutEarlier(one) !== one
    ? `${outcome.failure.message} So there is nothing to compare it with.`
    : '';
}

function isBeforeRecord({ reads }: Answered): boolean {
  const [main, before, ...others] = reads;
  const failed = before?.step?.outcome;
  return (
    others.length === 0 &&
    main?.step?.outcome.kind === 'result' &&
    before?.read.role === 'before' &&
    failed?.kind === 'failure' &&
    / covers \d/.test(` ${failed.failure.hint}`)
  );
}
