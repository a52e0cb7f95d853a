/** Firebase Authentication behind four functions. */
export type Identity = {
  /** Called with the uid once it is known and on each change: null when nobody is signed in. */
  onPerson: (onChange: (uid: string | null) => void) => () => void;
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
