import { z } from 'zod';

/**
 * An id made by a client: 16 to 64 letters, digits, `-` or `_` (a UUID fits), but not one that Firestore keeps for
 * itself (`__…__`). A conversation that begins with a turn
 * has that turn's id, so a client can listen to both before the server has answered.
 */
export const idSchema = z
  .string()
  .regex(
    /^(?!__.*__$)[A-Za-z0-9_-]{16,64}$/,
    'must be 16 to 64 letters, digits, "-" or "_", and not "__…__"',
  );

/** A result is named within its turn: `r1`, `r2`, … in the order the tools returned. */
export const resultIdSchema = z.string().regex(/^r[1-9][0-9]{0,2}$/, 'must be a result id such as "r1"');
