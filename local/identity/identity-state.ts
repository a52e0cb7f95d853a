import { z } from 'zod';
import { readKept, writeKept } from './kept-file.ts';

const claimsSchema = z.record(z.string(), z.unknown());

const userSchema = z.object({
  localId: z.string(),
  displayName: z.string().optional(),
  email: z.string().optional(),
  emailVerified: z.boolean().default(false),
  photoUrl: z.string().optional(),
  disabled: z.boolean().default(false),
  /** Custom claims that `setCustomUserClaims` gave, as JSON. */
  customAttributes: z.string().optional(),
  /** Seconds since 1970: sign-ins before are void. */
  validSince: z.number().int(),
  /** Milliseconds since 1970. */
  createdAt: z.number().int(),
  lastLoginAt: z.number().int().optional(),
});
export type IdentityUser = z.infer<typeof userSchema>;

/** What a refresh token stands for. */
const signInSchema = z.object({
  localId: z.string(),
  /** Seconds since 1970. */
  authTime: z.number().int(),
  /** Claims of the custom token: they stay with the sign-in. */
  claims: claimsSchema,
});
export type SignIn = z.infer<typeof signInSchema>;

const fileSchema = z.object({
  users: z.record(z.string(), userSchema),
  signIns: z.record(z.string(), signInSchema),
});

/** Users by id and sign-ins by refresh token. `save` is called after a change and returns when it is on disk. */
export type IdentityState = {
  users: Map<string, IdentityUser>;
  signIns: Map<string, SignIn>;
  save: () => void;
};

const maxSignIns = 1_000;

/** Reads the state from `file`, or starts empty; without `file` nothing is kept. @throws Error that names a damaged file */
export function openIdentityState(file: string | undefined): IdentityState {
  const kept = (file === undefined ? null : readKept(file, fileSchema)) ?? { users: {}, signIns: {} };
  const users = new Map(Object.entries(kept.users));
  const signIns = new Map(Object.entries(kept.signIns));
  return {
    users,
    signIns,
    save() {
      dropOldest(signIns);
      if (file === undefined) return;
      writeKept(file, { users: Object.fromEntries(users), signIns: Object.fromEntries(signIns) });
    },
  };
}

/** A map remembers the order of insertion, so its first keys are the oldest sign-ins. */
function dropOldest(signIns: Map<string, SignIn>): void {
  for (const token of signIns.keys()) {
    if (signIns.size <= maxSignIns) return;
    signIns.delete(token);
  }
}
