import { PlacedError, unsupported } from '../query-error.ts';
import type { Call } from '../syntax/tree.ts';
import { type Aggregate, aggregateFunctions } from './aggregate-functions.ts';
import { arrayFunctions } from './array-functions.ts';
import { conditionalFunctions } from './conditional.ts';
import type { FunctionTranslator, Place } from './context.ts';
import { dateFunctions } from './date-functions.ts';
import { numberFunctions } from './number-functions.ts';
import { textFunctions } from './text-functions.ts';
import { timestampFunctions } from './timestamp-functions.ts';
import type { Typed } from './typed.ts';
import { toOver, windowFunctions } from './window-functions.ts';

const scalarFunctions: ReadonlyMap<string, FunctionTranslator> = new Map(
  Object.entries({
    ...conditionalFunctions,
    ...numberFunctions,
    ...textFunctions,
    ...dateFunctions,
    ...timestampFunctions,
    ...arrayFunctions,
  }),
);
const aggregates: ReadonlyMap<string, Aggregate> = new Map(Object.entries(aggregateFunctions));
const windows = new Map(Object.entries(windowFunctions));

/** Every function that runs; any other is refused by its name. */
export const allowedFunctions: readonly string[] = [
  ...scalarFunctions.keys(),
  ...aggregates.keys(),
  ...windows.keys(),
].sort();

export function translateCall(call: Call, place: Place): Typed {
  if (call.safe) throw unsupported(`SAFE.${call.name}`, call.at);
  const aggregate = aggregates.get(call.name);
  if (aggregate !== undefined) {
    checkModifiers(call, aggregate.allows);
    return aggregate.toTyped(call, place, call.over === null ? '' : toOver(call.over, place));
  }
  const window = windows.get(call.name);
  if (window !== undefined) {
    checkModifiers(call, call.name.endsWith('T_VALUE') ? ['over', 'nulls'] : ['over']);
    if (call.over === null)
      throw new PlacedError(
        `Analytic function ${call.name} cannot be called without an OVER clause`,
        call.at,
      );
    return { ...window(call, place, toOver(call.over, place)), constant: false };
  }
  const scalar = scalarFunctions.get(call.name);
  if (scalar === undefined) throw unsupported(`the function ${call.name}`, call.at);
  checkModifiers(call, []);
  return scalar(call, place);
}

/** Parts in a call's brackets that GoogleSQL does not know for the function, or this server not yet. */
function checkModifiers(call: Call, allowed: readonly string[]): void {
  const present = {
    star: call.star,
    distinct: call.distinct,
    nulls: call.nulls !== null,
    having: call.having !== null,
    orderBy: call.orderBy.length > 0,
    limit: call.limit !== null,
    over: call.over !== null,
  };
  const names: Record<string, string> = { star: '*', nulls: 'IGNORE or RESPECT NULLS', orderBy: 'ORDER BY' };
  for (const [modifier, isPresent] of Object.entries(present)) {
    if (isPresent && !allowed.includes(modifier)) {
      throw unsupported(`${call.name} with ${names[modifier] ?? modifier.toUpperCase()}`, call.at);
    }
  }
}
