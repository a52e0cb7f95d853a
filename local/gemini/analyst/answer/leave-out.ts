/** A text without the sentences that state a doubted figure; the text itself where nothing would be left. */
export function leaveOut(text: string, doubted: string[]): string {
  const kept = text
    .split('\n')
    .map((line) =>
      line
        .split(/(?<=[.!?])\s+/)
        .filter((sentence) => !doubted.some((figure) => holdsFigure(sentence, figure)))
        .join(' '),
    )
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return kept === '' ? text : kept;
}

/** Whether a figure stands in a sentence by itself: "0" is not in "10" nor in "0.5". */
function holdsFigure(sentence: string, figure: string): boolean {
  const at = sentence.split(figure).slice(0, -1);
  let end = 0;
  return at.some((before) => {
    const start = end + before.length;
    end = start + figure.length;
    return !/[\d.,]$/.test(sentence.slice(0, start)) && !/^[.,]?\d/.test(sentence.slice(end));
  });
}
