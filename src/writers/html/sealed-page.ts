import { encodeUtf8 } from '../utf8.js';
import { html, trusted, type Html } from './markup.js';

/** The inline parts of a page, each by what allows it and nothing else. */
export interface InlineParts {
  readonly style: string;
  readonly script: string;
}

export interface PageFrame extends InlineParts {
  readonly language: string;
  readonly title: string;
  readonly body: Html;
}

/**
 * A whole HTML document that fetches nothing and runs nothing but its own style and script: its Content Security Policy (W3C CSP Level 3)
 * names their digests.
 */
export async function sealPage({ language, title, body, style, script }: PageFrame): Promise<string> {
  const policy = [
    "default-src 'none'",
    `style-src '${await sourceHash(style)}'`,
    `script-src '${await sourceHash(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return String(
    html`<!doctype html>
      <html lang="${language}">
        <head>
          <meta charset="utf-8" />
          <meta http-equiv="Content-Security-Policy" content="${policy}" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="referrer" content="no-referrer" />
          <meta name="robots" content="noindex" />
          <meta name="color-scheme" content="light dark" />
          <title>${title}</title>
          ${element('style', style)}
        </head>
        <body>
          ${body} ${element('script', script)}
        </body>
      </html> `,
  );
}

/** To the character what the policy names: in a template, which is laid out for readers of the source, it would not stay so. */
function element(name: 'style' | 'script', text: string): Html {
  return trusted(`<${name}>${text}</${name}>`);
}

/** `sha256-` and the digest in base64, as a policy names a text. */
async function sourceHash(text: string): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest('SHA-256', new Uint8Array(encodeUtf8(text)));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
