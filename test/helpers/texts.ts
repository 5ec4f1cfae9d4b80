import { parseAst } from 'rolldown/parseAst';

/** Stands for what a template fills in. */
export const FILLED = '\u25a1';

/** The texts that a program holds, each template as one with {@link FILLED} for what it fills in. */
export function textsOf(program: string): readonly string[] {
  const texts: string[] = [];
  visit(parseAst(program, { lang: 'ts' }), texts);
  return texts;
}

/** The texts of a catalogue of words: its strings, and those in its functions, by their path. */
export function textsByPath(words: unknown, path = ''): ReadonlyMap<string, string> {
  if (typeof words === 'string') return new Map([[path, words]]);
  if (typeof words === 'function') return new Map([[path, textsOf(`(${String(words)})`).join(' | ')]]);
  if (typeof words !== 'object' || words === null) return new Map();
  return new Map(Object.entries(words).flatMap(([key, value]) => [...textsByPath(value, `${path}/${key}`)]));
}

function visit(node: unknown, texts: string[]): void {
  if (typeof node !== 'object' || node === null) return;
  const { type, value, quasis } = node as { type?: string; value?: unknown; quasis?: { value: { cooked: string } }[] };
  // Where something is imported from is no text.
  if (type === 'ImportDeclaration') return;
  if (type === 'Literal' && typeof value === 'string') texts.push(value);
  if (type === 'TemplateLiteral') texts.push((quasis ?? []).map((part) => part.value.cooked).join(FILLED));
  // Neither is the name of a property.
  for (const [name, child] of Object.entries(node)) if (type !== 'Property' || name !== 'key') visit(child, texts);
}
