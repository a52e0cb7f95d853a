import { relative, resolve } from 'node:path';

/** The path that a person means who gives it to a command: npm runs scripts in the checkout, not where the person stands. */
export function toPath(given: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), given);
}

/** The same path as the person would give it. */
export function toGivenPath(path: string): string {
  return relative(process.env.INIT_CWD ?? process.cwd(), path);
}
