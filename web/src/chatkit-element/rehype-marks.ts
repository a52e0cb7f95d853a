import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import type { Mark } from './to-marks.ts';

/**
 * A rehype plugin that wraps marked stretches of the source in `<mark title>`. Works on text whose characters stand in
 * the source as they are (no escapes or entities in that stretch); elsewhere nothing is marked.
 */
export function rehypeMarks(marks: Mark[]) {
  return () => (tree: Root) => {
    if (marks.length > 0) tree.children = tree.children.flatMap((node) => markIn(node, marks));
  };
}

function markIn<T extends RootContent>(node: T, marks: Mark[]): (T | Text | Element)[] {
  if (node.type === 'element') {
    node.children = node.children.flatMap((child) => markIn<ElementContent>(child, marks));
    return [node];
  }
  return node.type === 'text' ? splitText(node, marks) : [node];
}

function splitText(node: Text, marks: Mark[]): (Text | Element)[] {
  const from = node.position?.start.offset;
  const to = node.position?.end.offset;
  if (from === undefined || to === undefined || to - from !== node.value.length) return [node];
  const pieces: (Text | Element)[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.start < from + at || mark.end > to) continue;
    const start = mark.start - from;
    const end = mark.end - from;
    if (start > at) pieces.push({ type: 'text', value: node.value.slice(at, start) });
    pieces.push(toMarkElement(node.value.slice(start, end), mark.title));
    at = end;
  }
  if (at === 0) return [node];
  if (at < node.value.length) pieces.push({ type: 'text', value: node.value.slice(at) });
  return pieces;
}

function toMarkElement(value: string, title: string): Element {
  return { type: 'element', tagName: 'mark', properties: { title }, children: [{ type: 'text', value }] };
}
