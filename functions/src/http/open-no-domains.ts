import domain from 'node:domain';
import { EventEmitter } from 'node:events';

/**
 * Keeps functions-framework from opening one of Node's deprecated error domains for each request. From the first on, Node
 * follows every promise, timer and stream of the process: a third of a turn's processor time. The domain is there to answer
 * what nobody catches; the app catches everything itself and answers it in its own form, and the framework still logs
 * an uncaught exception and ends the process.
 */
export function openNoDomains(): void {
  domain.create = () => Object.assign(new EventEmitter(), watchesOverNothing);
}

const watchesOverNothing = {
  members: [],
  enter: () => {},
  exit: () => {},
  add: () => {},
  remove: () => {},
  run: <T>(work: (...args: unknown[]) => T, ...args: unknown[]): T => work(...args),
  bind: <T>(callback: T): T => callback,
  intercept: <T>(callback: T): T => callback,
};
