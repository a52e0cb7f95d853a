import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Brain, BrainEvent } from '../brain.ts';
import type { ParsedRequest } from '../wire/request-schema.ts';
import { fillArgs } from './fill-args.ts';
import { matchesWhen } from './match-when.ts';
import { type Reply, type ScriptInput, type Step, scriptSchema } from './script-schema.ts';

/**
 * A brain that plays a script: each request takes the first reply, in order, that is not used up and whose `when` holds.
 * When none is left, the request fails with status 500 and a message that says so.
 * @throws Error when the script is not one, with the field at fault.
 */
export function createScriptBrain(script: ScriptInput): Brain {
  return toBrain(parseScript(script, 'The script'));
}

/** A script from a YAML or JSON file. @throws Error that names the file, and the field at fault. */
export function readScriptBrain(file: string): Brain {
  const name = `The script ${file}`;
  return toBrain(parseScript(parseYaml(readText(file, name), name), name));
}

function readText(file: string, name: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`${name} cannot be read: ${toMessage(cause)}`, { cause });
  }
}

function parseYaml(text: string, name: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw new Error(`${name} is not YAML: ${toMessage(cause)}`, { cause });
  }
}

function toMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

type Script = z.infer<typeof scriptSchema>;

function parseScript(script: unknown, name: string): Script {
  const parsed = scriptSchema.safeParse(script);
  if (parsed.success) return parsed.data;
  throw new Error(`${name}: ${z.prettifyError(parsed.error)}`, { cause: parsed.error });
}

function toBrain({ name, replies }: Script): Brain {
  const used = new Set<Reply>();
  return {
    name,
    async *answer(request) {
      const reply = replies.find((candidate) => !used.has(candidate) && matchesWhen(candidate.when, request));
      if (!reply) {
        const message = 'The script has no reply left for this request.';
        yield { type: 'fault', fault: { kind: 'http', status: 500, message } };
        return;
      }
      if (!reply.repeat) used.add(reply);
      for (const step of reply.stream) yield* toEvents(step, request);
    },
  };
}

function* toEvents(step: Step, request: ParsedRequest): Generator<BrainEvent> {
  if ('text' in step) {
    const { text, thought, everyMs, chunkSize = text.length } = step;
    for (let start = 0; start < Math.max(1, text.length); start += Math.max(1, chunkSize)) {
      if (start > 0 && everyMs !== undefined) yield { type: 'wait', ms: everyMs };
      yield { type: 'text', text: text.slice(start, start + chunkSize), ...(thought && { thought }) };
    }
  } else if ('wait' in step) yield { type: 'wait', ms: step.wait };
  else if ('finish' in step) yield { type: 'finish', reason: step.finish, message: step.message };
  else if ('fault' in step) yield { type: 'fault', fault: step.fault };
  else {
    const calls = ('calls' in step ? step.calls : [step.call]).map((call) =>
      fillArgs(call, request.contents),
    );
    yield { type: 'calls', calls, ...('split' in step && { split: step.split }) };
  }
}
