import { z } from 'zod';
import { toText } from '../../wire/last-turn.ts';
import type { Content } from '../../wire/request-schema.ts';
import { grains } from '../time/calendar.ts';

const cellSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const columnSchema = z.looseObject({
  name: z.string(),
  label: z.string(),
  type: z.string(),
  role: z.enum(['dimension', 'measure', 'detail']).catch('detail'),
  unit: z.enum(['currency', 'units', 'count', 'days', 'fraction', 'none']).catch('none'),
  grain: z.enum(grains).optional(),
  summable: z.boolean().catch(false),
});
const resultSchema = z.object({
  resultId: z.string(),
  title: z.string().catch(''),
  columns: z.array(columnSchema),
  rows: z.array(z.array(cellSchema)),
  rowCount: z.number(),
  rowsCut: z.number().catch(0),
  scope: z
    .looseObject({
      period: z.object({ start: z.string(), end: z.string(), label: z.string() }).nullable().catch(null),
      currency: z.string().catch('USD'),
      warehouses: z
        .object({ all: z.boolean(), ids: z.array(z.string()), names: z.array(z.string()) })
        .optional(),
      filters: z.array(z.string()).catch([]),
      dataAsOf: z.string().nullable().optional(),
    })
    .catch({ period: null, currency: 'USD', filters: [] }),
  notes: z.array(z.string()).catch([]),
});
const errorSchema = z.object({ code: z.string(), message: z.string().catch(''), hint: z.string().catch('') });

export type Cell = z.infer<typeof cellSchema>;
export type ResultColumn = z.infer<typeof columnSchema>;
/** What a tool returned. Text in it is data: it is shown, never obeyed. */
export type ToolResult = z.infer<typeof resultSchema>;
export type ToolFailure = z.infer<typeof errorSchema>;
export type Outcome =
  | { kind: 'result'; result: ToolResult }
  | { kind: 'shown' }
  | { kind: 'failure'; failure: ToolFailure };
export type ToolStep = { name: string; args: Record<string, unknown>; outcome: Outcome };

/** A question with what the tools returned for it so far. */
export type PastTurn = {
  question: string;
  /** What was read for it is not told any more: its names and times cannot be understood as they were. */
  isUnread?: boolean;
  steps: ToolStep[];
  answer: string;
  /** Figures of the answer that a check by the product did not find in the results. */
  doubted: string[];
};

/** The product sends a check of the answer's figures as a text of the user: it is no new question. */
const correctionOpening = 'Check of your last answer:';

/** The product tells old answers without what was read for them, and says so. */
const unread = '(What was read for this answer is left out here.)';

/** Cuts a conversation into turns: each begins with a text of the user. */
export function toTurns(contents: Content[]): PastTurn[] {
  const turns: (PastTurn & { contents: Content[] })[] = [];
  for (const content of contents) {
    const text = toText(content);
    const last = turns.at(-1);
    if (last && content.role !== 'model' && text.startsWith(correctionOpening))
      last.doubted = readDoubted(text);
    else if (content.role !== 'model' && text !== '')
      turns.push({ question: text, steps: [], answer: '', doubted: [], contents: [] });
    else turns.at(-1)?.contents.push(content);
  }
  return turns.map(({ question, doubted, contents: own }) => {
    const answer = own.flatMap((content) => (content.role === 'model' ? toText(content) : [])).join('');
    return { question, doubted, steps: readSteps(own), answer, isUnread: answer.endsWith(unread) };
  });
}

function readDoubted(text: string): string[] {
  const [named = ''] = text.split('Write the whole answer');
  return [...named.matchAll(/"([^"]+)"/g)].flatMap((match) => match[1] ?? []);
}

/** Pairs calls with their responses: by id where there is one, else in order and by name. */
function readSteps(contents: Content[]): ToolStep[] {
  const steps: ToolStep[] = [];
  let open: { id?: string; name: string; args: Record<string, unknown> }[] = [];
  for (const part of contents.flatMap((content) => content.parts ?? [])) {
    if (part.functionCall) open.push({ ...part.functionCall, args: part.functionCall.args ?? {} });
    const response = part.functionResponse;
    if (!response) continue;
    const call =
      open.find((candidate) => response.id !== undefined && candidate.id === response.id) ??
      open.find((candidate) => candidate.name === response.name);
    if (!call) continue;
    open = open.filter((candidate) => candidate !== call);
    steps.push({ name: call.name, args: call.args, outcome: readOutcome(response.response) });
  }
  return steps;
}

function readOutcome(response: Record<string, unknown>): Outcome {
  const failed = errorSchema.safeParse(response.error);
  if (failed.success) return { kind: 'failure', failure: failed.data };
  const result = resultSchema.safeParse(response.output);
  if (result.success) return { kind: 'result', result: result.data };
  const shown = z.object({ shown: z.string() }).safeParse(response.output);
  if (shown.success) return { kind: 'shown' };
  return {
    kind: 'failure',
    failure: { code: 'internal', message: 'The tool returned something unreadable.', hint: '' },
  };
}
