import { memo } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { rehypeMarks } from './rehype-marks.ts';
import type { Mark } from './to-marks.ts';
import './markdown.css';
import { toSafeUrl } from './to-safe-url.ts';

type MarkdownProps = { text: string; marks: Mark[] };

/** Markdown that a model wrote: no HTML, no images from elsewhere, links that show where they go. */
export const Markdown = memo(
  function Markdown({ text, marks }: MarkdownProps) {
    return (
      <div className="markdown">
        <ReactMarkdown
          remarkPlugins={[remarkGfm]}
          rehypePlugins={[rehypeMarks(marks)]}
          components={components}
          urlTransform={(url) => toSafeUrl(url)}
          skipHtml
        >
          {text}
        </ReactMarkdown>
      </div>
    );
  },
  (before, after) =>
    before.text === after.text && JSON.stringify(before.marks) === JSON.stringify(after.marks),
);

const components: Components = {
  a: ({ href, children }) =>
    href ? (
      <a href={href} rel="noopener noreferrer nofollow" target="_blank" title={href} className="external">
        {children}
        <span className="visually-hidden"> (opens {new URL(href).hostname} in a new tab)</span>
      </a>
    ) : (
      <span>{children}</span>
    ),
  // An image is a request to wherever the text says: never made.
  img: ({ alt }) => <span className="no-image">{alt ? `[image: ${alt}]` : '[image]'}</span>,
  mark: ({ title, children }) => (
    <mark className="unproved" title={title}>
      {children}
      <span className="visually-hidden"> ({title?.toLowerCase()})</span>
    </mark>
  ),
  table: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="markdown-table" aria-label="Table" tabIndex={0}>
      <table>{children}</table>
    </section>
  ),
};
