/** Whether a `Host`, or an origin without its scheme, names this machine. */
export function isLoopback(host: string): boolean {
  return /^(localhost|[a-z0-9-]+\.localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i.test(host);
}
