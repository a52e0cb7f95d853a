/** A link that a model may show: absolute, http or https, without a user name. Anything else is dropped. */
export function toSafeUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, username, password } = new URL(url);
  const safe = (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
  return safe ? url : undefined;
}
