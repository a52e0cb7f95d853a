import picomatch from 'picomatch';
import { z } from 'zod';

const hostingSchema = z.strictObject({
  public: z.string(),
  ignore: z.array(z.string()).default([]),
  rewrites: z
    .array(
      z.union([
        z.strictObject({ source: z.string(), destination: z.string() }),
        z.strictObject({
          source: z.string(),
          run: z.strictObject({ serviceId: z.string(), region: z.string() }),
        }),
      ]),
    )
    .default([]),
  headers: z
    .array(
      z.strictObject({
        source: z.string(),
        headers: z.array(z.strictObject({ key: z.string(), value: z.string() })),
      }),
    )
    .default([]),
});
export type HostingRules = z.infer<typeof hostingSchema>;

export type Rewrite = { kind: 'file'; path: string } | { kind: 'service'; serviceId: string };

/** @throws ZodError that names what this server does not know of firebase.json's hosting part. */
export function parseHostingRules(firebaseJson: unknown): HostingRules {
  return z.object({ hosting: hostingSchema }).parse(firebaseJson).hosting;
}

/** The first rewrite whose `source` glob matches the path. Static files win over file rewrites; the caller sees to that. */
export function matchRewrite(rules: HostingRules, path: string): Rewrite | null {
  const found = rules.rewrites.find((rewrite) => matches(rewrite.source, path));
  if (!found) return null;
  return 'run' in found
    ? { kind: 'service', serviceId: found.run.serviceId }
    : { kind: 'file', path: found.destination };
}

/** True for a file that a deploy leaves out. */
export function isIgnored(rules: HostingRules, path: string): boolean {
  return rules.ignore.some((glob) => picomatch(glob, { dot: true })(path.replace(/^\//, '')));
}

/**
 * Headers of every rule that matches, later rules winning. The endpoints of this machine are appended to `connect-src`,
 * because the page talks to them in the place of Google's.
 */
export function toHeaders(rules: HostingRules, path: string, connectOrigins: string[]): Map<string, string> {
  const headers = new Map<string, string>();
  for (const rule of rules.headers.filter((candidate) => matches(candidate.source, path))) {
    for (const { key, value } of rule.headers) headers.set(key.toLowerCase(), value);
  }
  const policy = headers.get('content-security-policy');
  if (policy) {
    const origins = connectOrigins.join(' ');
    headers.set(
      'content-security-policy',
      policy.replace(/connect-src [^;]*/, (directive) => `${directive} ${origins}`),
    );
  }
  return headers;
}

function matches(glob: string, path: string): boolean {
  return picomatch(glob.replace(/^(!?)\//, '$1'))(path.replace(/^\//, '') || 'index.html');
}
