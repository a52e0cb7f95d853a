/** Draws a text with a rim of the context's stroke colour, that of the surface, so that lines behind it do not cross it. */
export function drawClear(context: CanvasRenderingContext2D, text: string, x: number, y: number): void {
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
}
