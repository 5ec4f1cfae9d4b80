import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));
/** Where a second concept hides. */
const MOST_LINES = 400;

interface Layer {
  /** Folders, or single files, that it may import beside itself. */
  readonly imports: readonly string[];
  readonly packages: readonly string[];
}

const PURE = [
  'domain',
  'algorithms',
  'readers',
  'engine',
  'proof',
  'rotation',
  'timetable',
  'check',
  'report',
  'writers',
  'usecases',
];

/** The table of docs/architecture: who may import whom. */
const LAYERS: Readonly<Record<string, Layer>> = {
  domain: { imports: [], packages: [] },
  algorithms: { imports: [], packages: [] },
  readers: {
    imports: ['domain', 'algorithms'],
    packages: ['#csv-parse', 'fflate', 'hucre/xlsx', 'iconv-lite', 'smol-toml'],
  },
  engine: { imports: ['domain', 'algorithms'], packages: [] },
  proof: { imports: ['domain', 'engine'], packages: ['highs'] },
  rotation: {
    imports: ['domain', 'algorithms', 'engine/random.ts', 'engine/stopping.ts', 'engine/thresholds.ts'],
    packages: [],
  },
  timetable: { imports: ['domain', 'algorithms', 'engine/random.ts', 'engine/stopping.ts'], packages: [] },
  check: { imports: ['domain'], packages: [] },
  report: { imports: ['domain', 'check'], packages: [] },
  writers: { imports: ['domain', 'report'], packages: ['#csv-stringify', 'fflate', 'hucre/xlsx'] },
  usecases: { imports: PURE, packages: [] },
  'index.ts': { imports: PURE, packages: [] },
  node: { imports: PURE, packages: ['node:'] },
  cli: { imports: [...PURE, 'node'], packages: ['node:', 'commander', 'chalk'] },
};

/** Packages that one place alone may import, or one for each thing that is done with them. */
const SOLE_IMPORTERS: Readonly<Record<string, readonly string[]>> = {
  highs: ['proof/highs-solver.ts'],
  'hucre/xlsx': ['readers/workbook.ts', 'writers/workbook/hucre-workbook.ts'],
  fflate: ['readers/cut-sheets.ts', 'writers/workbook/zip-archive.ts'],
  commander: ['cli/'],
  chalk: ['cli/color.ts'],
};

/** What makes the same input give other bytes on another machine, or another day. */
const IMPURE =
  /\bMath\.random\b|\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\b|\bprocess\.|\bconsole\.|\blocaleCompare\b|\btoLocale\w+|\bsetTimeout\b|\bsetInterval\b|\brequire\(/;
/** Their last bit differs between engines; a clock has no place in a search; `**` is `Math.pow`. */
const INEXACT =
  /\bMath\.(?:random|exp|expm1|log|log10|log1p|log2|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|asinh|acosh|atanh|cbrt|hypot)\b|\bDate\b|\*\*(?!\/)|\bIntl\b/;

/** What opens a connection. */
const NETWORK =
  /['"](?:node:)?(?:http|https|http2|net|tls|dgram|dns)(?:\/promises)?['"]|\bfetch\(|\bWebSocket\b|\bXMLHttpRequest\b/;

/** A list spread into arguments: more than some 100,000 items exceed the stack. `domain/append` and `domain/extremes` take any number. */
const SPREAD = /(?:\.push|\.unshift|\.say|\bMath\.min|\bMath\.max)\((?:[\w.' ]+,\s*)*\.\.\./;

interface SourceFile {
  /** Relative to `src`, `/` between folders. */
  readonly name: string;
  readonly text: string;
  /** Without comments. */
  readonly code: string;
}

const FILES: readonly SourceFile[] = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => {
    const path = join(entry.parentPath, entry.name);
    const text = readFileSync(path, 'utf8');
    return { name: path.slice(SRC.length + 1).replaceAll('\\', '/'), text, code: withoutComments(text) };
  })
  .sort((a, b) => (a.name < b.name ? -1 : 1));

describe('the import graph', () => {
  it('knows every folder of src', () => {
    const folders = new Set(FILES.map(({ name }) => layerOf(name)));
    expect([...folders].filter((folder) => !(folder in LAYERS))).toEqual([]);
  });

  for (const [folder, { imports, packages }] of Object.entries(LAYERS)) {
    it(`${folder} imports ${imports.length === 0 ? 'nothing' : imports.join(', ')}${packages.length === 0 ? '' : ` and ${packages.join(', ')}`}`, () => {
      const wrong = FILES.filter(({ name }) => layerOf(name) === folder).flatMap((file) =>
        importsOf(file.code).flatMap((specifier) =>
          isAllowed(file.name, specifier, imports, packages) ? [] : [`${file.name} -> ${specifier}`],
        ),
      );
      expect(wrong).toEqual([]);
    });
  }

  it('lets one place alone import each package that must not spread', () => {
    const wrong = FILES.flatMap(({ name, code }) =>
      importsOf(code).flatMap((specifier) => {
        const places = SOLE_IMPORTERS[specifier];
        const isAllowedHere = places === undefined || places.some((place) => name.startsWith(place));
        return isAllowedHere ? [] : [`${name} -> ${specifier}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('has no cycle between folders', () => {
    expect(findCycle(folderGraph())).toEqual([]);
  });

  it('names every file that it imports by its .js twin, and every one is there', () => {
    const names = new Set(FILES.map(({ name }) => name));
    const wrong = FILES.flatMap(({ name, code }) =>
      importsOf(code).flatMap((specifier) => {
        const target = resolveImport(name, specifier);
        return target === undefined || names.has(target) ? [] : [`${name} -> ${specifier}`];
      }),
    );
    expect(wrong).toEqual([]);
  });
});

describe('purity', () => {
  it('holds everywhere but in node and cli: no clock, chance, process, console, locale', () => {
    const pure = FILES.filter(({ name }) => !['node', 'cli'].includes(layerOf(name)));
    expect(offences(pure, IMPURE)).toEqual([]);
  });

  it('is exact in engine, timetable and algorithms: no function whose last bit is not settled', () => {
    const exact = FILES.filter(({ name }) => ['engine', 'timetable', 'algorithms', 'rotation'].includes(layerOf(name)));
    expect(exact.length).toBeGreaterThan(20);
    expect(offences(exact, INEXACT)).toEqual([]);
  });
});

describe('the order of a folder', () => {
  it('is ours, not that of the file system: what is listed is sorted at once', () => {
    const listings = FILES.flatMap(({ name, code }) =>
      [...code.matchAll(/\breaddir(?:Sync)?\(/g)].map(({ index }) => ({
        name,
        next: code.slice(index, index + 1_000),
      })),
    );
    expect(listings.length).toBeGreaterThan(4);
    const unsorted = listings.filter(({ next }) => !/\.(?:toSorted|sort)\(/.test(next)).map(({ name }) => name);
    // It gives each file its rights, in any order.
    expect(unsorted).toEqual(['node/output-folder.ts']);
  });
});

describe('privacy', () => {
  it('is kept: nothing opens a connection', () => {
    expect(offences(FILES, NETWORK)).toEqual([]);
    expect(["import net from 'node:net';", 'await fetch(address)'].every((line) => NETWORK.test(line))).toBe(true);
  });
});

describe('any number of items', () => {
  it('is taken: no list that may be long is spread into arguments', () => {
    expect(offences(FILES, SPREAD)).toEqual([]);
    const spread = ['list.push(...more);', 'list.push(one, ...more)', 'Math.max(0, ...sizes)', 'console.say(...lines)'];
    expect(spread.filter((line) => !SPREAD.test(line))).toEqual([]);
    const harmless = [
      'list.push({ ...one, label })',
      'list.push([first, ...others])',
      'Math.max(0, mostOf([...sizes]))',
    ];
    expect(harmless.filter((line) => SPREAD.test(line))).toEqual([]);
  });
});

describe('size', () => {
  it(`is at most ${MOST_LINES} lines a file`, () => {
    const long = FILES.map(({ name, text }) => ({ name, lines: text.split('\n').length - 1 })).filter(
      ({ lines }) => lines > MOST_LINES,
    );
    expect(long).toEqual([]);
  });
});

describe('these tests', () => {
  it('see every form of import', () => {
    const code = `import a from './a.js';\nimport {\n  b,\n} from "../b/b.js";\nexport type { C } from 'c';\nimport 'd';\nconst e = await import('./e.js');`;
    expect(importsOf(code)).toEqual(['./a.js', '../b/b.js', 'c', 'd', './e.js']);
  });

  it('see an import that is not allowed', () => {
    const { imports, packages } = LAYERS['check'];
    expect(isAllowed('check/rows.ts', '../engine/state.js', imports, packages)).toBe(false);
    expect(isAllowed('check/timetable-rules/rows.ts', '../../domain/group.js', imports, packages)).toBe(true);
    expect(isAllowed('check/rows.ts', 'node:fs', imports, packages)).toBe(false);
    const timetable = LAYERS['timetable'];
    expect(isAllowed('timetable/a.ts', '../engine/random.js', timetable.imports, [])).toBe(true);
    expect(isAllowed('timetable/a.ts', '../engine/search.js', timetable.imports, [])).toBe(false);
  });

  it('see a cycle, and words in code but not in comments', () => {
    expect(
      findCycle(
        new Map([
          ['a', new Set(['b'])],
          ['b', new Set(['c'])],
          ['c', new Set(['a'])],
        ]),
      ),
    ).toEqual(['a', 'b', 'c', 'a']);
    expect(withoutComments(`a(); // Math.exp\n/** Date */ b('// no comment');`)).toBe(`a(); \n b('// no comment');`);
    expect(offences([{ name: 'x', text: '', code: 'const y = Math.exp(1);\nconst z = 2 ** 3;' }], INEXACT)).toEqual([
      'x:1 Math.exp',
      'x:2 **',
    ]);
  });
});

/** The first folder of a path, or the file itself where it lies in `src`. */
function layerOf(name: string): string {
  return name.split('/')[0];
}

function importsOf(code: string): readonly string[] {
  const forms =
    /^(?:import|export)\b[^'";]*?\bfrom\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;
  return [...code.matchAll(forms)].map((match) => match[1] ?? match[2] ?? match[3]);
}

/** The file that a relative import means; `undefined` for a package. */
function resolveImport(importer: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return posix.join(dirname(importer), specifier).replace(/\.js$/, '.ts');
}

function isAllowed(
  importer: string,
  specifier: string,
  imports: readonly string[],
  packages: readonly string[],
): boolean {
  const target = resolveImport(importer, specifier);
  if (target === undefined)
    return packages.some((name) => (name.endsWith(':') ? specifier.startsWith(name) : specifier === name));
  return layerOf(target) === layerOf(importer) || imports.includes(layerOf(target)) || imports.includes(target);
}

/** Each folder to the folders that it imports; `index.ts` is the door, which nobody inside may use. */
function folderGraph(): ReadonlyMap<string, ReadonlySet<string>> {
  const graph = new Map<string, Set<string>>();
  for (const { name, code } of FILES) {
    const from = layerOf(name);
    const targets = graph.get(from) ?? new Set<string>();
    for (const specifier of importsOf(code)) {
      const target = resolveImport(name, specifier);
      if (target !== undefined && layerOf(target) !== from) targets.add(layerOf(target));
    }
    graph.set(from, targets);
  }
  return graph;
}

/** The nodes of one cycle, its first repeated at the end; empty where there is none. */
function findCycle(graph: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): readonly string[] => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return [];
    for (const next of graph.get(node) ?? []) {
      const cycle = visit(next, [...path, node]);
      if (cycle.length > 0) return cycle;
    }
    done.add(node);
    return [];
  };
  for (const node of graph.keys()) {
    const cycle = visit(node, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

/** `file:line word` of every match. Line numbers are right because comments keep their line breaks. */
function offences(files: readonly SourceFile[], pattern: RegExp): readonly string[] {
  return files.flatMap(({ name, code }) =>
    code.split('\n').flatMap((line, index) => {
      const found = pattern.exec(line);
      return found === null ? [] : [`${name}:${index + 1} ${found[0]}`];
    }),
  );
}

/** Comments taken out, strings and their like left as they are, line breaks kept. */
function withoutComments(text: string): string {
  const tokens = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
  return text.replace(tokens, (token) => (token.startsWith('/') ? token.replace(/[^\n]/g, '') : token));
}
