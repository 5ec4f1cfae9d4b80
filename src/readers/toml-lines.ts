/**
 * The line of every key of a TOML text, by its path: `title`, `groups.size`, `roster[1].file`; a table's own path is the
 * line of its header. The TOML parser tells values, not places. Reads just enough of the syntax (tables, arrays of tables,
 * bare and quoted keys, values over several lines) for texts that the parser accepts; an inline table has its key's line.
 */
export function locateKeys(text: string): ReadonlyMap<string, number> {
  return new Map([...locateRepeats(text)].map(([path, lines]) => [path, lines[0]]));
}

/** Every line on which a key or a table's header stands, in order: more than one where a text says it twice, which no parser accepts. */
export function locateRepeats(text: string): ReadonlyMap<string, readonly number[]> {
  const lines = new Map<string, number[]>();
  const add = (path: string, line: number): void => {
    const known = lines.get(path);
    if (known === undefined) lines.set(path, [line]);
    else known.push(line);
  };
  const counts = new Map<string, number>();
  let table = '';
  let state: ValueState = { depth: 0, fence: '' };
  text.split(/\r\n?|\n/).forEach((content, index) => {
    if (state.depth > 0 || state.fence !== '') {
      state = readValue(content, state);
      return;
    }
    const header = /^\s*(\[\[?)([^\]]*)\]/.exec(content);
    if (header !== null) {
      const name = splitKey(header[2]).join('.');
      const count = counts.get(name) ?? 0;
      table = header[1] === '[[' ? `${name}[${count}]` : name;
      counts.set(name, count + 1);
      add(table, index + 1);
      return;
    }
    const assignment = /^\s*((?:"(?:[^"\\]|\\.)*"|'[^']*'|[^=#"'])+?)=(.*)$/.exec(content);
    if (assignment === null) return;
    const path = [...(table === '' ? [] : [table]), ...splitKey(assignment[1])].join('.');
    add(path, index + 1);
    state = readValue(assignment[2], { depth: 0, fence: '' });
  });
  return lines;
}

interface ValueState {
  /** Open brackets. */
  readonly depth: number;
  /** The triple quote that a multi-line string waits for. */
  readonly fence: string;
}

function readValue(content: string, from: ValueState): ValueState {
  let { depth, fence } = from;
  let at = 0;
  while (at < content.length) {
    if (fence !== '') {
      const end = content.indexOf(fence, at);
      if (end < 0) return { depth, fence };
      at = end + 3;
      fence = '';
      continue;
    }
    const letter = content[at];
    if (letter === '#') break;
    const triple = content.slice(at, at + 3);
    if (triple === '"""' || triple === "'''") {
      fence = triple;
      at += 3;
      continue;
    }
    if (letter === '"' || letter === "'") {
      at++;
      while (at < content.length && content[at] !== letter) at += letter === '"' && content[at] === '\\' ? 2 : 1;
    } else if (letter === '[' || letter === '{') depth++;
    else if (letter === ']' || letter === '}') depth--;
    at++;
  }
  return { depth, fence };
}

/** The parts of a dotted key, quotes taken off. */
function splitKey(text: string): readonly string[] {
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|([^.\s"']+)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3],
  );
}
