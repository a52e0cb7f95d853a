import { percentile } from '../scripts/bench/percentile.ts';
import type { Company } from './companies.ts';
import type { Score } from './score.ts';
import type { Answer } from './session.ts';

export type Asked = { group: string; ask: string; abstain: boolean; answer: Answer; score: Score };

export type Summary = {
  asked: number;
  right: number;
  wrong: number;
  refusedOfUnanswerable: number;
  unanswerable: number;
};

export function summarise(all: Asked[]): Summary {
  const unanswerable = all.filter(({ abstain }) => abstain);
  return {
    asked: all.length,
    right: all.filter(({ score }) => score.outcome === 'right').length,
    wrong: all.filter(({ score }) => score.outcome === 'wrong').length,
    unanswerable: unanswerable.length,
    refusedOfUnanswerable: unanswerable.filter(({ score }) => score.abstention).length,
  };
}

type ReportInput = {
  all: Asked[];
  model: string;
  company: Company /** The last day of the data. */;
  day: string;
};

/** The report as Markdown. */
export function toReport({ all, model, company, day }: ReportInput): string {
  const { asked, right, wrong, refusedOfUnanswerable, unanswerable } = summarise(all);
  const times = all.map(({ answer }) => answer.elapsedMs);
  const seconds = (ms: number) => (ms / 1000).toFixed(2);
  const used = (read: (answer: Answer) => number) =>
    (all.reduce((sum, { answer }) => sum + read(answer), 0) / all.length).toFixed(1);
  const rate = (pick: (score: Score) => boolean | null) => {
    const judged = all.flatMap(({ score }) => pick(score) ?? []);
    return `${judged.filter(Boolean).length} of ${judged.length}`;
  };
  const groups = [...new Set(all.map(({ group }) => group))];
  const off = all.filter(({ score }) => score.outcome !== 'right' || score.chart === false);
  return `# Evaluation

Written by \`npm run eval\`. ${asked} questions of \`eval/${company.questionsFile}\` to ${model}, on ${company.label} that ends on ${day}.

| | |
|---|---|
| right | ${right} of ${asked} (${((100 * right) / asked).toFixed(1)} %) |
| stated something wrong | ${wrong} |
| unanswerable questions refused | ${refusedOfUnanswerable} of ${unanswerable} |
| numbers right | ${rate(({ numbers }) => numbers)} |
| period right | ${rate(({ period }) => period)} |
| scope right | ${rate(({ scope }) => scope)} |
| chart fits | ${rate(({ chart }) => chart)} |
| figures without proof | ${all.reduce((sum, { score }) => sum + score.unproved, 0)} |
| model rounds, mean | ${used(({ usage }) => usage?.rounds ?? 0)} |
| tool calls, mean | ${used(({ usage }) => usage?.toolCalls ?? 0)} |
| tokens in and out, mean | ${used(({ usage }) => usage?.inputTokens ?? 0)} and ${used(({ usage }) => usage?.outputTokens ?? 0)} |
| seconds, median and 95th percentile | ${seconds(percentile(times, 0.5))} and ${seconds(percentile(times, 0.95))} |

## By group

| group | questions | right | partly | wrong | refused | failed |
|---|---|---|---|---|---|---|
${groups.map((group) => toGroupRow(group, all)).join('\n')}

*Partly*: the numbers are right, but the period, the scope line or the words are not. *Refused*: could have been answered.

## What is not as it should be

${off.length === 0 ? 'Nothing.' : off.map(toEntry).join('\n')}
`;
}

function toGroupRow(group: string, all: Asked[]): string {
  const members = all.filter((one) => one.group === group);
  const count = (outcome: string) => members.filter(({ score }) => score.outcome === outcome).length;
  const counts = ['right', 'partly', 'wrong', 'refused', 'failed'].map(count);
  return `| ${[group.replaceAll('_', ' '), members.length, ...counts].join(' | ')} |`;
}

function toEntry({ group, ask, answer, score }: Asked): string {
  const off = (['numbers', 'period', 'scope', 'words', 'chart'] as const).filter(
    (part) => score[part] === false,
  );
  const text = answer.text.replaceAll(/\s+/g, ' ').slice(0, 200);
  return `- **${ask}** (${group.replaceAll('_', ' ')}, ${score.outcome}${off.length > 0 ? `: ${off.join(', ')}` : ''}). ${text}`;
}
