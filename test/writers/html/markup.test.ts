import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibleDirections } from '../../../src/report/visible-text.js';
import { html, trusted } from '../../../src/writers/html/markup.js';

const REFERENCES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#13': '\r' };
/** By another name, so that the formatter leaves the templates as they are. */
const tag = html;
const anyText = fc.string({ unit: 'binary' });

/** What a parser reads where it finds this markup of a text. */
function decode(markup: string): string {
  expect(markup).not.toMatch(/[<>"'\r\0]|&(?!(?:amp|lt|gt|quot|#39|#13);)/);
  return markup.replace(/&([^;]+);/g, (_reference, name: string) => REFERENCES[name]);
}

describe('markup', () => {
  it('keeps every text, in text as in a value, and lets none of it mean anything', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const markup = String(tag`<p title="${text}">${text}</p>`);
        const [, value, content] = /^<p title="([^]*?)">([^]*)<\/p>$/.exec(markup) ?? [];
        const fit = visibleDirections(text.replaceAll('\0', '\ufffd'));
        expect([decode(value), decode(content)]).toEqual([fit, fit]);
      }),
    );
  });

  it('shows half a surrogate pair, which no file can hold, as the replacement character', () => {
    expect(String(tag`<p>${'a\ud800b'}</p>`)).toBe('<p>a\ufffdb</p>');
    expect(String(tag`<p>${'\u{1f600}'}</p>`)).toBe('<p>\u{1f600}</p>');
  });

  it('shows what would turn the rest of a line around, and leaves marks that turn nothing', () => {
    expect(String(tag`<p title="${'a\u202eb'}">${'\u2066c\u2069'}</p>`)).toBe(
      '<p title="a\\u202eb">\\u2066c\\u2069</p>',
    );
    expect(String(tag`<p>${'\u200fשרה'}</p>`)).toBe('<p>\u200fשרה</p>');
  });

  it('takes markup, lists, numbers and nothing', () => {
    const items = ['a', '<b>'].map((text) => tag`<li>${text}</li>`);
    expect(String(tag`<ul>${items}</ul>${undefined}${0}${trusted('<hr>')}`)).toBe(
      '<ul><li>a</li><li>&lt;b&gt;</li></ul>0<hr>',
    );
  });

  it('leaves the indentation of the source out, and the text of values as it is', () => {
    const text = 'x\n    y';
    expect(String(tag`<p>\n      ${text}\n    </p>`)).toBe('<p>\nx\n    y\n</p>');
  });

  it('refuses values where no escaping makes them safe, and markup in an attribute', () => {
    const text = 'x onload=alert(1)';
    expect(() => tag`<p class=${text}></p>`).toThrow(TypeError);
    expect(() => tag`<p ${text}></p>`).toThrow(TypeError);
    expect(() => tag`<p class='${text}'></p>`).toThrow(TypeError);
    expect(() => tag`<p class="${tag`<b>x</b>`}"></p>`).toThrow(TypeError);
    expect(() => tag`<p class="${['x']}"></p>`).toThrow(TypeError);
  });
});
