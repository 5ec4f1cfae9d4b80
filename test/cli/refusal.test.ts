import { describe, expect, it } from 'vitest';
import type { Console } from '../../src/cli/console.js';
import type { Flags } from '../../src/cli/flags.js';
import { refuseImpossible, refuseInput } from '../../src/cli/refusal.js';
import { diagnose, type Diagnostic } from '../../src/domain/diagnostic.js';
import { PLAIN } from '../../src/report/style.js';

const ODD_LAYOUT = diagnose('error', 'groups.size-impossible', { people: 8, min: 3, max: 3, below: 2, above: 3 });
const BROKEN_RULE = diagnose('error', 'rule.broken', {
  kind: 'apart',
  who: 'A, B',
  units: 1,
  groups: ['G01'],
  otherGroups: 0,
  people: ['A', 'B'],
  otherPeople: 0,
});
const NO_DATE = diagnose('error', 'cell.not-a-date', {}, { source: { file: 'sessions.csv', line: 3 } });
const FLAGS: Flags = { effort: 2 };

/** A console that remembers: `said` for people, `printed` for data, `reported` codes of diagnostics. */
function recorder() {
  const [said, printed, reported]: [string[], string[], string[]] = [[], [], []];
  const console: Console = {
    language: 'en',
    isQuiet: false,
    isVerbose: false,
    columns: () => 79,
    clearProgress: () => undefined,
    stage: () => undefined,
    stages: () => [],
    leaveNotesTo: () => undefined,
    showsProgress: false,
    outStyle: PLAIN,
    errorStyle: PLAIN,
    print: async (text) => void printed.push(typeof text === 'string' ? text : [...text].join('')),
    show: async (lines) => void printed.push(...lines),
    say: async (...lines) => void said.push(...lines.flat()),
    report: async (diagnostics: readonly Diagnostic[]) => void reported.push(...diagnostics.map(({ code }) => code)),
    progress: () => undefined,
    readStandardInput: async () => new Uint8Array(),
  };
  return { console, said, printed, reported };
}

describe('refusing', () => {
  it('wrong input exits 3 with the number of errors', async () => {
    const { console, said, reported } = recorder();
    expect(await refuseInput('plan', [NO_DATE, ODD_LAYOUT], FLAGS, console)).toBe(3);
    expect(said).toEqual(['2 errors. Nothing was written.']);
    expect(reported).toEqual(['cell.not-a-date', 'groups.size-impossible']);
  });

  it('files that read well and only give groups of no possible size exits 4', async () => {
    const { console, said } = recorder();
    expect(await refuseInput('plan', [ODD_LAYOUT], FLAGS, console)).toBe(4);
    expect(said).toEqual(['This cannot be done as it stands:', 'Nothing was written.']);
  });

  it('advises more effort, or more time where that was limited', async () => {
    const headline = async (flags: Flags) => {
      const { console, said } = recorder();
      await refuseImpossible('groups', [BROKEN_RULE], flags, console);
      return said[0];
    };
    expect(await headline(FLAGS)).toMatch(/\(--effort 4 searches longer\):$/);
    expect(await headline({ ...FLAGS, timeLimit: 1 })).toMatch(/\(a greater --time-limit searches longer\):$/);
  });

  it('an interrupted search that kept no hard rule set exits 130 and does not claim a proof', async () => {
    const { console, said } = recorder();
    expect(await refuseImpossible('groups', [BROKEN_RULE], FLAGS, console, true)).toBe(130);
    expect(said).toEqual(['Interrupted before groups were found that keep every hard rule:', 'Nothing was written.']);
  });

  it('prints one JSON and says nothing with --json', async () => {
    const { console, said, printed, reported } = recorder();
    expect(await refuseImpossible('groups', [BROKEN_RULE], { ...FLAGS, json: true }, console)).toBe(4);
    expect([said, reported]).toEqual([[], []]);
    expect(printed.map((text) => JSON.parse(text))).toMatchObject([
      { command: 'groups', status: 'impossible', diagnostics: [{ code: 'rule.broken' }] },
    ]);
  });
});
