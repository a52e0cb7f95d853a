import { z } from 'zod';

/** What has to survive the way to the SSO and back, in this tab's session storage. */
const pendingSignInSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  /** The path to come back to, on this site: a browser takes `//other.example` for another one. */
  returnTo: z
    .string()
    .startsWith('/')
    .transform((path) => path.replace(/^[/\\]+/, '/')),
});
export type PendingSignIn = z.infer<typeof pendingSignInSchema>;

const key = 'tallyboard.sign-in';

export function keepSignIn(storage: Storage, pending: PendingSignIn): void {
  storage.setItem(key, JSON.stringify(pending));
}

/** Whether this tab is on its way back from the SSO. */
export function isSignInPending(storage: Storage): boolean {
  return storage.getItem(key) !== null;
}

/** Takes it out: a code is exchanged once. Null where there is none, or where it cannot be read. */
export function takeSignIn(storage: Storage): PendingSignIn | null {
  const text = storage.getItem(key);
  storage.removeItem(key);
  if (text === null) return null;
  try {
    const parsed = pendingSignInSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
