import { Agent as HttpAgent, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';

const httpAgent = new HttpAgent({ keepAlive: true });
const httpsAgent = new HttpsAgent({ keepAlive: true });

/**
 * Posts JSON over a kept connection, through Node's own client: a fifth of the processor time of the clients that sit on top
 * of it.
 * @returns the reply's JSON, or undefined where its status is not 200
 * @throws Error when the connection fails, or nothing comes for `idleMs`
 */
export function postJson(
  url: URL,
  body: object,
  { headers, idleMs }: { headers: Record<string, string>; idleMs: number },
): Promise<unknown> {
  const bytes = Buffer.from(JSON.stringify(body));
  const options = {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json', 'Content-Length': bytes.length },
    timeout: idleMs,
  };
  return new Promise((resolve, reject) => {
    const request =
      url.protocol === 'https:'
        ? requestHttps(url, { ...options, agent: httpsAgent })
        : requestHttp(url, { ...options, agent: httpAgent });
    request.on('error', reject);
    request.on('timeout', () => request.destroy(new Error(`Nothing came for ${idleMs} ms.`)));
    request.on('response', (response) => {
      const chunks: string[] = [];
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        try {
          resolve(response.statusCode === 200 ? JSON.parse(chunks.join('')) : undefined);
        } catch (error) {
          reject(error);
        }
      });
    });
    request.end(bytes);
  });
}
