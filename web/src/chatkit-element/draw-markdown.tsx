import type { Code, InlineCode, Link, List, Nodes, Table, Text } from 'mdast';
import { createElement, Fragment, type ReactNode } from 'react';
import { deeplinkScheme } from './parse-deeplink.ts';
import { type Marked, splitMarks } from './split-marks.ts';

/** `above`: the depths of the headings that what is drawn stands under. */
type Context = Marked & { above: number[] };

/** A Markdown tree as React elements, never as HTML: what stands for HTML or a request elsewhere is not drawn. */
export function drawMarkdown(node: Nodes, marked: Context): ReactNode {
  switch (node.type) {
    case 'text':
      return drawText(node, marked);
    case 'paragraph':
      return <p>{drawAll(node.children, marked)}</p>;
    case 'heading':
      return createElement(`h${toLevel(node.depth, marked.above)}`, null, drawAll(node.children, marked));
    case 'strong':
      return <strong>{drawAll(node.children, marked)}</strong>;
    case 'emphasis':
      return <em>{drawAll(node.children, marked)}</em>;
    case 'delete':
      return <del>{drawAll(node.children, marked)}</del>;
    case 'inlineCode':
      return <code>{drawText(node, marked)}</code>;
    case 'code':
      return (
        <pre>
          <code>{drawText(node, marked)}</code>
        </pre>
      );
    case 'blockquote':
      return <blockquote>{drawAll(node.children, marked)}</blockquote>;
    case 'list':
      return drawList(node, marked);
    case 'link':
      return drawLink(node, marked);
    case 'table':
      return drawTable(node, marked);
    case 'image':
    case 'imageReference':
      // An image is a request to wherever the text says: never made.
      return <span className="no-image">{node.alt ? `[image: ${node.alt}]` : '[image]'}</span>;
    case 'break':
      return <br />;
    case 'html':
      // What models write between the lines of a table's cell.
      return /^<br ?\/?>$/i.test(node.value) ? <br /> : null;
    case 'thematicBreak':
      return <hr />;
    default:
      return 'children' in node ? drawAll(node.children, marked) : null;
  }
}

function drawAll(nodes: Nodes[], marked: Context): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: text grows at its end, so a node keeps its index.
  return nodes.map((node, index) => <Fragment key={index}>{drawMarkdown(node, marked)}</Fragment>);
}

/** The first heading of an answer is under that of the conversation, an `h2`, and each goes one deeper at most, however it was written. */
function toLevel(depth: number, above: number[]): number {
  while ((above.at(-1) ?? 0) >= depth) above.pop();
  above.push(depth);
  return Math.min(above.length + 2, 6);
}

function drawText(node: Text | InlineCode | Code, marked: Marked): ReactNode {
  return splitMarks(node, marked).map(({ text, title }, index) =>
    title === null ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no name but their place.
      <Fragment key={index}>{keepSigns(text)}</Fragment>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above.
      <mark className="unproved" title={title} key={index}>
        {keepSigns(text)}
        <span className="visually-hidden"> ({title.toLowerCase()})</span>
      </mark>
    ),
  );
}

/** A line may break between a sign and the sign of a currency, and a loss would be read as a gain: such figures stay whole. */
function keepSigns(text: string): ReactNode {
  return text.split(/([+\-\u2212]\p{Sc}\d(?:[\d.,]*\d)?)/u).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name but their place.
      <span className="figure-in-text" key={index}>
        {part}
      </span>
    ),
  );
}

function drawList({ ordered, start, children }: List, marked: Context): ReactNode {
  const items = children.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: text grows at its end, so an item keeps its index.
    <li key={index}>
      {item.children.map((child, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above.
        <Fragment key={place}>
          {/* Items of a tight list are lines, not paragraphs. */}
          {child.type === 'paragraph' && !item.spread
            ? drawAll(child.children, marked)
            : drawMarkdown(child, marked)}
        </Fragment>
      ))}
    </li>
  ));
  // The signs of a list stand where its text begins, also where that is the right.
  return ordered ? (
    <ol start={start ?? 1} dir="auto">
      {items}
    </ol>
  ) : (
    <ul dir="auto">{items}</ul>
  );
}

/**
 * A link takes what the text puts into its address to wherever the text says, with one click: it is named, never made. The
 * answers of this product have nothing to link to.
 */
function drawLink({ url, children }: Link, marked: Context): ReactNode {
  // Goes nowhere: the element tells its page (`chatkit.deeplink`), which may do something about it.
  if (url.startsWith(deeplinkScheme)) return <a href={url}>{drawAll(children, marked)}</a>;
  const [first] = children;
  const isBare = first?.type === 'text' && url.endsWith(first.value);
  const host = !isBare && URL.canParse(url) ? new URL(url).hostname : '';
  return (
    <>
      {drawAll(children, marked)}
      {host && <span className="no-image"> [link: {host}]</span>}
    </>
  );
}

function drawTable({ align, children: [head, ...rows] }: Table, marked: Context): ReactNode {
  const style = (index: number) => ({ textAlign: align?.[index] ?? undefined });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls; a section would be one more landmark.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <div className="markdown-table" role="group" aria-label="Table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head?.children.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column.
              <th key={index} scope="col" style={style(index)}>
                {drawAll(cell.children, marked)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows come one after another.
            <tr key={place}>
              {row.children.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column.
                <td key={index} style={style(index)}>
                  {drawAll(cell.children, marked)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
