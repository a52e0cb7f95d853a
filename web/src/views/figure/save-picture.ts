const padPx = 20;
const titlePx = 36;

/**
 * Downloads a drawing under its title as a PNG, on the page's own surface: one without a ground is unreadable where it is
 * pasted.
 * @param drawing with `pixelRatio` pixels a px
 */
export function savePicture(
  figure: Element,
  title: string,
  drawing: HTMLCanvasElement,
  pixelRatio: number,
): void {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) return;
  const page = getComputedStyle(figure);
  canvas.width = drawing.width + 2 * padPx * pixelRatio;
  canvas.height = drawing.height + (2 * padPx + titlePx) * pixelRatio;
  context.fillStyle = page.getPropertyValue('--surface');
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(drawing, padPx * pixelRatio, (padPx + titlePx) * pixelRatio);
  context.scale(pixelRatio, pixelRatio);
  context.font = `600 16px ${page.fontFamily}`;
  context.textBaseline = 'top';
  context.fillStyle = page.getPropertyValue('--text');
  context.fillText(title, padPx, padPx, drawing.width / pixelRatio);
  const link = document.createElement('a');
  link.href = canvas.toDataURL('image/png');
  link.download = `${title}.png`;
  link.click();
}
