import type { Content } from '../wire/request-schema.ts';
import { type Run, runTool } from './test-company.ts';

export type Called = { name: string; args: Record<string, unknown> };

/** Plays the part of the product: asks, runs the calls, and asks again until there is an answer. */
export async function converse(
  ask: (contents: Content[]) => Promise<Content>,
  questions: string[],
  run: Run = (name, args, id) => runTool(name, args, id),
): Promise<{ calls: Called[]; text: string; rounds: number }[]> {
  const contents: Content[] = [];
  const turns = [];
  for (const question of questions) {
    contents.push({ role: 'user', parts: [{ text: question }] });
    const calls: Called[] = [];
    let results = 0;
    for (let rounds = 1; ; rounds += 1) {
      const reply = await ask(contents);
      contents.push(reply);
      const called = (reply.parts ?? []).flatMap((part) => part.functionCall ?? []);
      if (called.length === 0) {
        turns.push({ calls, text: (reply.parts ?? []).map((part) => part.text ?? '').join(''), rounds });
        break;
      }
      if (rounds > 8) throw new Error(`No answer after eight rounds: ${question}`);
      const parts: NonNullable<Content['parts']> = [];
      for (const { id, name, args = {} } of called) {
        calls.push({ name, args });
        const response = await run(name, args, `r${results + 1}`);
        if ('output' in response && name !== 'show_visualization') results += 1;
        parts.push({ functionResponse: { ...(id !== undefined && { id }), name, response } });
      }
      contents.push({ role: 'user', parts });
    }
  }
  return turns;
}
