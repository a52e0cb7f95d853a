/**
 * Follows redirects within one origin and keeps cookies, as a browser does; stops at a redirect to another origin and
 * returns that reply. With a form it posts.
 */
export function createBrowser() {
  const cookies = new Map<string, string>();
  return {
    async open(url: URL, form?: URLSearchParams): Promise<Response> {
      let target = url;
      let body = form;
      for (let hops = 0; hops < 10; hops += 1) {
        const reply = await fetch(target, {
          method: body ? 'POST' : 'GET',
          body,
          redirect: 'manual',
          headers: { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        });
        for (const cookie of reply.headers.getSetCookie()) {
          const [pair = '', ...attributes] = cookie.split('; ');
          const [name = '', value = ''] = pair.split('=');
          const expired = attributes.some((each) =>
            each.toLowerCase().startsWith('expires=thu, 01 jan 1970'),
          );
          if (expired || value === '') cookies.delete(name);
          else cookies.set(name, value);
        }
        const location = reply.headers.get('location');
        if (location === null) return reply;
        const next = new URL(location, target);
        if (next.origin !== url.origin) return reply;
        target = next;
        body = undefined;
      }
      throw new Error(`Too many redirects from ${url}`);
    },
  };
}
