import { type ParseArgsConfig, parseArgs } from 'node:util';
import { toAdvice } from '../local/data/import/nearest.ts';

/**
 * `parseArgs` that says in our words what is wrong.
 * @throws Error whose message names the option and what would be right
 */
export function readOptions<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  const problem = findProblem(config);
  if (problem !== undefined) throw new Error(problem);
  return parseArgs(config);
}

function findProblem({ args, options = {}, allowPositionals }: ParseArgsConfig): string | undefined {
  const names = Object.keys(options).map((name) => `--${name}`);
  const { tokens } = parseArgs({ args, options, strict: false, tokens: true, allowPositionals: true });
  for (const token of tokens) {
    if (token.kind === 'positional' && !allowPositionals) {
      return `It takes no "${token.value}", only the options ${names.join(', ')}.`;
    }
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (option === undefined) {
      // "--skip" begins "--skip-bad-rows", and has more letters of "--help".
      const meant = Object.keys(options).find((each) => name.length > 2 && each.startsWith(name));
      return `There is no option ${rawName}${toAdvice(meant ? `--${meant}` : rawName, names)}`;
    }
    if (option.type === 'boolean' && value !== undefined) return `${rawName} takes no value.`;
    if (option.type === 'boolean') continue;
    if (!value) return `${rawName} needs a value after it.`;
    if (value.startsWith('-') && !inlineValue) {
      return `${rawName} needs a value after it, and ${value} follows. A value that begins with - is given as ${rawName}=${value}.`;
    }
  }
  return undefined;
}
