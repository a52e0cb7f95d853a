import type { CommandStep } from './run-steps.ts';

/** What must hold before any test is worth running. */
export const checkSteps: CommandStep[] = [
  { name: 'Types', command: ['tsc', '-p', '.'] },
  { name: 'Types of the page', command: ['tsc', '-p', 'web'] },
  { name: 'Lint and format', command: ['biome', 'ci', '.'] },
];
