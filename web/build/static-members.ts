import type { Plugin } from 'vite';

const auth = /[\\/]@firebase[\\/]auth[\\/]dist[\\/]esm[\\/]index-\w+\.js(?:\?|$)/;
const written = /^(\w+)\.(\w+) = (["'][^"'\n]*["']|null|\[\])(?: \/\*[^\n]*\*\/)?;$/gm;

/**
 * Firebase writes the constants of its classes (`GoogleAuthProvider.PROVIDER_ID = "google.com"`) after them, which keeps a class that
 * nobody uses in the page. As members of the class they say the same, and the ways to sign in that the page has not go: 3 kB
 * gzipped.
 */
export function staticMembers(): Plugin {
  return {
    name: 'static-members',
    enforce: 'pre',
    transform: (code, id) => (auth.test(id) ? moveIntoClasses(code, id) : null),
  };
}

export function moveIntoClasses(code: string, id: string): string {
  const members = new Map<string, string[]>();
  const without = code.replaceAll(written, (line: string, name: string, member: string, value: string) => {
    if (!code.includes(`\nclass ${name} `)) return line;
    members.set(name, [...(members.get(name) ?? []), `static ${member} = ${value};`]);
    return '';
  });
  if (members.size === 0)
    throw new Error(`${id} writes no constants after its classes: Firebase has changed.`);
  return without.replaceAll(/\nclass (\w+) [^{\n]*\{/g, (head: string, name: string) =>
    [head, ...(members.get(name) ?? [])].join(' '),
  );
}
