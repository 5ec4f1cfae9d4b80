/** Texts kept at most: names that come again are among the first of them, and a cohort of strangers costs no more than this. */
const MOST = 100_000;

/**
 * Keeps texts that come again once. Most people of a large cohort bear a family name and a given name that others bear too:
 * what is not held twice need not be gone through by every collection of garbage either.
 *
 * @returns a text equal to the one given
 */
export function createSharedTexts(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size < MOST) known.set(text, text);
    return text;
  };
}
