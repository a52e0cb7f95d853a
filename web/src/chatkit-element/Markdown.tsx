import { memo } from 'react';
import { drawMarkdown } from './draw-markdown.tsx';
import { parseMarkdown } from './parse-markdown.ts';
import type { Mark } from './to-marks.ts';
import './markdown.css';

type MarkdownProps = { text: string; marks: Mark[] };

/** Markdown that a model wrote: no HTML, no images from elsewhere, links that show where they go. */
export const Markdown = memo(
  function Markdown({ text, marks }: MarkdownProps) {
    return (
      <div className="markdown">{drawMarkdown(parseMarkdown(text), { source: text, marks, above: [] })}</div>
    );
  },
  (before, after) =>
    before.text === after.text && JSON.stringify(before.marks) === JSON.stringify(after.marks),
);
