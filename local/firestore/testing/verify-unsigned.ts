/**
 * Takes the claims of a token without checking its signature or its times, for `mockUserToken`, whose tokens are
 * unsigned and long expired.
 */
export async function verifyUnsigned(jwt: string): Promise<Record<string, unknown> | null> {
  const payload = jwt.split('.')[1];
  if (payload === undefined) return null;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
    return typeof claims === 'object' && claims !== null ? { ...claims } : null;
  } catch {
    return null;
  }
}
