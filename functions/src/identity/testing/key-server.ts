import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

/** Publishes one key, as an OpenID provider and as Firebase do, and signs tokens with it. */
export async function startKeyServer() {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  let failing = false;
  let issuer: string | null = null;
  let movedTo: string | null = null;
  const server = createServer((request, response) => {
    if (failing) {
      response.writeHead(503).end();
      return;
    }
    if (movedTo !== null) {
      response.writeHead(302, { location: movedTo }).end();
      return;
    }
    response.setHeader('Content-Type', 'application/json');
    const discovery = { issuer: issuer ?? origin(), jwks_uri: `${origin()}/jwks` };
    response.end(JSON.stringify(request.url === '/jwks' ? { keys: [jwk] } : discovery));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = () => {
    const address = server.address();
    return address && typeof address === 'object' ? `http://127.0.0.1:${address.port}` : '';
  };
  return {
    origin: origin(),
    setFailing: (value: boolean) => {
      failing = value;
    },
    /** What discovery says of itself. */
    setIssuer: (value: string | null) => {
      issuer = value;
    },
    /** Every request is sent there. */
    setMovedTo: (value: string | null) => {
      movedTo = value;
    },
    sign: (payload: JWTPayload, kid = 'k1', typ?: string) =>
      new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid, ...(typ && { typ }) }).sign(privateKey),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
