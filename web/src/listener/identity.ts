/** Who is signed in, as the Firebase token says. */
export type Person = { uid: string; displayName: string; roles: string[] };

/** Firebase Authentication behind four functions. */
export type Identity = {
  /** Called at once and on each change: null when nobody is signed in. */
  onPerson: (onChange: (person: Person | null) => void) => () => void;
  /** @returns the uid. `onPerson` is not called where the same person was signed in already. */
  signIn: (customToken: string) => Promise<string>;
  signOut: () => Promise<void>;
  /** The ID token to send as bearer; `fresh` asks for a new one. @throws SignedOutError */
  idToken: (fresh: boolean) => Promise<string>;
};

/** The sign-in no longer holds: the token could not be renewed. */
export class SignedOutError extends Error {
  constructor(options?: ErrorOptions) {
    super('Your sign-in has expired. Sign in again.', options);
    this.name = 'SignedOutError';
  }
}
