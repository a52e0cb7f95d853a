/**
 * A conversation is read anew at each step: what was found for its words is kept, up to a number of texts that no conversation
 * has. `find` depends on its text alone.
 */
export function remembered<Result>(find: (text: string) => Result, most = 10_000): (text: string) => Result {
  const found = new Map<string, Result>();
  return (text) => {
    const before = found.get(text);
    if (before !== undefined) return before;
    if (found.size >= most) found.clear();
    const result = find(text);
    found.set(text, result);
    return result;
  };
}
