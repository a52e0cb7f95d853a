import type { Parts } from '../../parts/parts.ts';

/** "Can you put the margin next to it?": a figure is told beside the last one, and is no time or name that it is set against. */
export function withFigureBeside(parts: Parts): Parts {
  const { text, measures, names, filters, dimensions, time, focus } = parts;
  const isFigure =
    besideForm.test(text) &&
    measures.length > 0 &&
    [names, filters, dimensions, time.periods].every((list) => list.length === 0) &&
    time.against === null &&
    time.versus === null;
  if (!isFigure) return parts;
  const toAdding = (said: string) => said.replace(besideForm, 'add ');
  return {
    ...parts,
    ...{ text: toAdding(text), opening: toAdding(parts.opening) },
    focus: new Set([...focus].filter((one) => one !== 'compare')),
  };
}

const besideForm = /^(?:and )?(?:compared to|versus) /;
