/**
 * Fetches what the signed-in page is made of while the sign-in is still being looked up or made, so that it does not
 * load piece after piece. A failure shows when the piece is needed.
 */
export function preloadWorkspace(): void {
  const parts: Promise<unknown>[] = [
    import('../workspace/WorkspacePage.tsx'),
    import('../../listener/open-records.ts'),
  ];
  if (!import.meta.env.VITE_CHATKIT_DOMAIN_KEY) parts.push(import('../../chatkit-element/define-element.ts'));
  for (const part of parts) part.catch(() => {});
}
