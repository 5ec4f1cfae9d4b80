const LIGATURES: ReadonlyMap<string, string> = new Map([
  ['œ', 'oe'],
  ['æ', 'ae'],
  ['ß', 'ss'],
  ['ø', 'o'],
  ['ł', 'l'],
]);

/**
 * The key on which names and levels are compared: without case, accents or ligatures; spaces (no-break ones too),
 * underscores, hyphens, apostrophes and full stops count as one space, unless a digit follows. Never shown to a person.
 *
 * `fold('Pré-élémentaire')` is `'pre elementaire'`; `fold('-1')` stays `'-1'`. A blank text gives `''`.
 */
export function fold(text: string): string {
  if (isLetters(text)) return text.toLowerCase();
  // Most names are plain ASCII, of which a large cohort has hundreds of thousands.
  const plain = /^[ -~]*$/.test(text) ? text.toLowerCase() : foldLetters(text);
  return /[_\-.'’‘‐‑–—\s]/.test(plain) ? plain.replace(/(?:[_\-.'’‘‐‑–—](?!\d)|\s)+/gu, ' ').trim() : plain;
}

/** Whether a text is of ASCII letters and digits alone. */
function isLetters(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at) | 0x20;
    if ((letter < 0x61 || letter > 0x7a) && (letter < 0x30 || letter > 0x39)) return false;
  }
  return true;
}

function foldLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[œæßøł]/g, (letter) => LIGATURES.get(letter) ?? letter);
}

/** The key on which header words are compared: {@link fold} with nothing but letters and digits left. */
export function foldHeader(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Orders two texts by UTF-16 code units: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
