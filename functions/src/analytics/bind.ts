import type { Parameter } from '../warehouse/warehouse.ts';

/** Adds a value to the bound parameters under a free name and returns its placeholder. */
export function bind(parameters: Record<string, Parameter>, name: string, parameter: Parameter): string {
  let free = name;
  for (let index = 2; free in parameters; index += 1) free = `${name}_${index}`;
  parameters[free] = parameter;
  return `@${free}`;
}
