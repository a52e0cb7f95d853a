import type { z } from 'zod';
import { findNearest } from '../analytics/nearest.ts';
import { WarehouseError } from '../warehouse/warehouse.ts';
import type { Tool, ToolContext, ToolOutcome } from './tool.ts';

/**
 * Runs a tool as the model called it. What the model can act on is a failure: an unknown tool, arguments out of bounds, a
 * read that costs too much or failed.
 * @throws whatever else goes wrong, and the signal's reason when aborted.
 */
export async function runTool(
  tools: readonly Tool[],
  name: string,
  args: unknown,
  context: ToolContext,
): Promise<ToolOutcome> {
  const tool = tools.find((candidate) => candidate.name === name);
  if (tool === undefined) return failUnknownTool(tools, name);
  const parsed = tool.parameters.safeParse(args ?? {}, { reportInput: true });
  if (!parsed.success) return failArguments(name, parsed.error);
  try {
    return await tool.run(parsed.data, context);
  } catch (error) {
    if (!(error instanceof WarehouseError) || context.signal.aborted) throw error;
    const { code, message, cause } = error;
    return { kind: 'failure', code, message, hint: warehouseHints[code], cause };
  }
}

const warehouseHints = {
  too_expensive: 'Ask for a shorter period or add a filter.',
  warehouse_failed: 'Try once more; if it fails again, tell the person that the data could not be read.',
} as const;

function failUnknownTool(tools: readonly Tool[], name: string): ToolOutcome {
  const names = tools.map((tool) => tool.name);
  const nearest = findNearest(name, names, 1);
  const offer = nearest.length > 0 ? `Did you mean ${nearest.join('')}? ` : '';
  return {
    kind: 'failure',
    code: 'unknown_tool',
    message: `There is no tool "${name.slice(0, 80)}".`,
    hint: `${offer}The tools are: ${names.join(', ')}.`,
  };
}

function failArguments(name: string, error: z.ZodError): ToolOutcome {
  const issues = error.issues.slice(0, 5);
  return {
    kind: 'failure',
    code: 'invalid_argument',
    message: issues.map((issue) => `${describePath(issue.path)}: ${issue.message}`).join('; '),
    hint: [...new Set(issues.map((issue) => toHint(issue, name)))].join(' '),
  };
}

function toHint(issue: z.core.$ZodIssue, tool: string): string {
  const place = describePath(issue.path);
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const nearest = findNearest(String(issue.input ?? ''), values, 3);
    const offer = nearest.length > 0 ? ` Nearest: ${nearest.join(', ')}.` : '';
    return `${place} takes one of: ${values.join(', ')}.${offer}`;
  }
  if (issue.code === 'unrecognized_keys') {
    return `${tool} has no argument ${issue.keys.map((key) => `"${key}"`).join(', ')}: leave it out.`;
  }
  if (issue.code === 'too_big') return `${place} may be at most ${issue.maximum}.`;
  if (issue.code === 'too_small') return `${place} must be at least ${issue.minimum}.`;
  if (issue.code === 'invalid_type') return `${place} must be of type ${issue.expected}.`;
  return `Correct ${place} and call ${tool} again.`;
}

function describePath(path: PropertyKey[]): string {
  if (path.length === 0) return 'the arguments';
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`))
    .join('');
}
