import type { ThreadItem, WidgetNode } from '../chatkit/protocol/items.ts';

const mostLetters = 600;

/** What a screen reader is told of the latest question: its answer, how it failed or was stopped, and what is shown with it. */
export function toAnnouncement(items: ThreadItem[]): string {
  const question = items.findLastIndex((item) => item.type === 'user_message');
  return items
    .slice(question + 1)
    .flatMap((item) => {
      if (item.type === 'assistant_message') return toPlain(item.content.map((part) => part.text).join(' '));
      if (item.type === 'widget') return toSaid(item.widget);
      return [];
    })
    .join(' ');
}

/** The texts of a widget; the titles of what is shown as one sentence. Captions and buttons are there to be read, not told. */
function toSaid(node: WidgetNode): string[] {
  const texts = collectTexts(node);
  if (texts.length === 0) return [];
  return node.type === 'ListView' ? [`Shown: ${texts.join('; ')}.`] : texts;
}

function collectTexts(node: WidgetNode): string[] {
  const own = node.type === 'Text' && node.value ? [node.value] : [];
  return [...own, ...(node.children ?? []).flatMap(collectTexts)];
}

function toPlain(markdown: string): string {
  const text = markdown.replaceAll(/[*_`#>|]/g, '');
  return text.length > mostLetters ? `${text.slice(0, mostLetters)}…` : text;
}
