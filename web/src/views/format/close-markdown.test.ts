import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Markdown } from '../../chatkit-element/Markdown.tsx';
import { closeMarkdown } from './close-markdown.ts';

const draw = (text: string) =>
  renderToStaticMarkup(createElement(Markdown, { text: closeMarkdown(text), marks: [] }));

test.each([
  ['Revenue **rose 4', '<p>Revenue <strong>rose 4</strong></p>'],
  ['Revenue **', '<p>Revenue </p>'],
  ['Revenue **rose** by `four', '<p>Revenue <strong>rose</strong> by <code>four</code></p>'],
  ['See [the doc', '<p>See the doc</p>'],
  ['See [the docs](https://exa', '<p>See the docs</p>'],
  ['The months:\n-', '<p>The months:</p>'],
  ['The months:\n\n1', '<p>The months:</p>'],
  ['First.\n\n| Month | Rev', '<p>First.</p>'],
  ['First.\n\n| Month |\n|--', '<p>First.</p>'],
  ['Done **so**.', '<p>Done <strong>so</strong>.</p>'],
  ['```sql\nSELECT **', '<pre><code>SELECT **</code></pre>'],
])('%j is drawn without a mark that is half there', (text, html) => {
  expect(draw(text).replaceAll(/\s+<\/p>/g, '</p>')).toBe(
    `<div class="markdown">${html}</div>`.replaceAll(/\s+<\/p>/g, '</p>'),
  );
});

test('a table appears with its heading whole', () => {
  expect(draw('| Month | Revenue |\n|---|--:|\n| Aug')).toContain('<table>');
});

const answer = `Revenue **rose in each month**, from $1.20M to $1.47M, a gain of 21.8 %.

- October alone added *much* over \`September\` (+11.8 %).
- Units ~~fell~~ **grew** with it.

| Month | Revenue |
|---|--:|
| Aug | $100 |

### A heading

1. One
2. Two [docs](https://example.com)
`;

test('however an answer is cut, no mark of it is seen and no line is a heading that was none', () => {
  for (let end = 1; end <= answer.length; end += 1) {
    const html = draw(answer.slice(0, end));
    expect(html.replaceAll(/<[^>]+>/g, ''), answer.slice(0, end)).not.toMatch(/\*\*|`|~~|\||\]\(/);
    expect(html, answer.slice(0, end)).not.toMatch(/<h[12]>/);
  }
});
