const hostedScript = 'https://cdn.platform.openai.com/deployments/chatkit/chatkit.js';

/**
 * Sees to it that `<openai-chatkit>` is defined: by the hosted script where a domain key is configured, else by ours.
 * Ours takes over when the hosted one has not defined the tag within `timeoutMs`.
 */
export async function loadChatKit(
  domainKey: string | undefined,
  timeoutMs = 5_000,
): Promise<'hosted' | 'own'> {
  if (domainKey && (await loadHosted(timeoutMs))) return 'hosted';
  const { defineChatKitElement } = await import('./define-element.ts');
  defineChatKitElement();
  return 'own';
}

function loadHosted(timeoutMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const script = document.createElement('script');
    script.src = hostedScript;
    script.async = true;
    const timer = setTimeout(() => settle(false), timeoutMs);
    const settle = (loaded: boolean) => {
      clearTimeout(timer);
      // A late script would find the tag taken and fail; without its element it does nothing.
      if (!loaded) script.remove();
      resolve(loaded);
    };
    script.addEventListener('error', () => settle(false));
    void customElements.whenDefined('openai-chatkit').then(() => settle(true));
    document.head.append(script);
  });
}
