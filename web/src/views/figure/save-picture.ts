const padPx = 20;
const titleLinePx = 20;
const titleGapPx = 6;
const noteLinePx = 17;
const gapPx = 13;

/**
 * Downloads a drawing as a PNG under its title and what it rests on, on the page's own surface: one without a ground is unreadable
 * where it is pasted, and one without dates is not understood there.
 * @param note in parts, which lines break between
 * @param drawing with `pixelRatio` pixels a px
 */
export function savePicture(
  figure: Element,
  title: string,
  note: string[],
  drawing: HTMLCanvasElement,
  pixelRatio: number,
): void {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) return;
  const page = getComputedStyle(figure);
  const noteFont = `12px ${page.fontFamily}`;
  const widthPx = drawing.width / pixelRatio;
  const titleFont = `600 16px ${page.fontFamily}`;
  const measure = (text: string) => context.measureText(text).width;
  context.font = titleFont;
  const titleLines = toLines(title.split(' '), widthPx, measure, ' ');
  context.font = noteFont;
  const lines = toLines(note, widthPx, measure, ' · ');
  const titlePx = titleLines.length * titleLinePx + titleGapPx;
  const headPx = titlePx + lines.length * noteLinePx + gapPx;
  canvas.width = drawing.width + 2 * padPx * pixelRatio;
  canvas.height = drawing.height + (2 * padPx + headPx) * pixelRatio;
  context.fillStyle = page.getPropertyValue('--surface');
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(drawing, padPx * pixelRatio, (padPx + headPx) * pixelRatio);
  context.scale(pixelRatio, pixelRatio);
  context.font = titleFont;
  context.textBaseline = 'top';
  context.fillStyle = page.getPropertyValue('--text');
  titleLines.forEach((line, index) => {
    context.fillText(line, padPx, padPx + index * titleLinePx, widthPx);
  });
  context.font = noteFont;
  context.fillStyle = page.getPropertyValue('--text-muted');
  lines.forEach((line, index) => {
    context.fillText(line, padPx, padPx + titlePx + index * noteLinePx, widthPx);
  });
  const link = document.createElement('a');
  link.href = canvas.toDataURL('image/png');
  link.download = `${title}.png`;
  link.click();
}

/** Parts with something between two, in lines that are no wider than they may be. */
export function toLines(
  parts: string[],
  widthPx: number,
  measure: (text: string) => number,
  between: string,
): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const longer = lines.length > 0 ? `${lines.at(-1)}${between}${part}` : part;
    if (lines.length > 0 && measure(longer) <= widthPx) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}
