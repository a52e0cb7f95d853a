let isPrinted = false;

/**
 * Before the page is laid out for paper, which does not wait for a frame, and after. What begins while the page is laid out, as a
 * chart that is drawn anew by what another one does before, is called at once.
 *
 * @returns what ends it
 */
export function onPrint(before: () => void, after: () => void): () => void {
  const start = () => {
    isPrinted = true;
    before();
  };
  const end = () => {
    isPrinted = false;
    after();
  };
  window.addEventListener('beforeprint', start);
  window.addEventListener('afterprint', end);
  if (isPrinted) before();
  return () => {
    window.removeEventListener('beforeprint', start);
    window.removeEventListener('afterprint', end);
  };
}
