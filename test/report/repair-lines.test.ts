import { describe, expect, it } from 'vitest';
import { fraction } from '../../src/domain/fraction.js';
import type { GroupChange } from '../../src/domain/group-change.js';
import { movesTable, type MovesStep } from '../../src/report/moves-table.js';
import { changeLines } from '../../src/report/repair-lines.js';
import { PLAIN } from '../../src/report/style.js';
import { moduleOf } from '../helpers/modules.js';

const module = moduleOf({ people: 30 });
const [a, b, c] = module.cohort.participants;
const changes: readonly GroupChange[] = [
  {
    person: { ...a, familyName: 'Roy\u001b[1m', school: 'ENA' },
    from: 'A1',
    to: 'B2',
    reason: { kind: 'exchange', other: 'b' },
  },
  { person: { ...b, familyName: 'Bo', givenName: 'Al' }, from: '', to: 'A1', reason: { kind: 'joined' } },
  {
    gone: { id: '', familyName: 'Martin', givenName: 'Paul', school: 'INET', group: 'A1' },
    from: 'A1',
    to: '',
    reason: { kind: 'left' },
  },
];

describe('who changes groups, in lines', () => {
  it('is counted, then told one by one, fit for a terminal', () => {
    expect(changeLines(changes, module, 'en', false)).toEqual([
      '1 person moves · 1 left · 1 joined',
      '  Roy\\u001b[1m (ENA): A1 → B2, because Bo Al comes to A1',
      '  Bo Al: joins A1',
      '  Martin Paul (INET): has left A1',
    ]);
    expect(changeLines(changes, module, 'fr', true)).toEqual([
      '1 personne change de groupe · 1 départ · 1 arrivée',
      '  a (ENA)\u00a0: A1 → B2, car b arrive dans A1',
      '  b\u00a0: rejoint A1',
      '  une personne sans identifiant (INET)\u00a0: a quitté A1',
    ]);
  });

  it('is nobody where nobody moves', () => {
    expect(changeLines([], module, 'en', false)).toEqual(['nobody moves']);
  });

  it('says whether fewer could have moved', () => {
    const told = (people: number, isProved: boolean) =>
      changeLines(changes.slice(0, 1), module, 'en', false, { people, isProved })[0];
    expect([told(1, true), told(1, false), told(0, true)]).toEqual([
      '1 person moves, no fewer can (proved)',
      '1 person moves, no way with fewer was found',
      '1 person moves (nobody would have to)',
    ]);
  });

  it('is told of twenty, and how many more there are', () => {
    const mix = (person: typeof c): GroupChange => ({ person, from: 'A1', to: 'B2', reason: { kind: 'mix' } });
    const lines = (people: number) =>
      changeLines(module.cohort.participants.slice(0, people).map(mix), module, 'en', false);
    expect(lines(20)).toHaveLength(21);
    expect([lines(23).length, lines(23)[0], lines(23).at(-1)]).toEqual([
      22,
      '23 people move',
      '  … and 3 more in moves.csv',
    ]);
  });
});

describe('the table of moves allowed', () => {
  const step = (moves: number, value: number, more: Partial<MovesStep> = {}): MovesStep => ({
    moves,
    value: fraction(value),
    bound: fraction(60),
    sizes: [5, 5],
    isSizeFree: false,
    isValid: true,
    isChosen: false,
    broken: 0,
    ...more,
  });

  it('shows what each number of moves reaches, and which was chosen', () => {
    const steps = [
      step(0, 60, { isValid: false, broken: 2 }),
      step(3, 75, { isChosen: true }),
      step(8, 66),
      step(20, 60),
    ];
    expect(movesTable(steps, 'en', PLAIN)).toEqual([
      'people moved  score   above the bound',
      '           0   60.0                    2 hard violations left',
      '           3   75.0           +25.0 %  chosen',
      '           8   66.0           +10.0 %',
      '          20   60.0  optimal (proved)',
      'Another line is taken with --max-moves N.',
    ]);
    expect(movesTable(steps.slice(0, 2), 'fr', PLAIN)).toEqual([
      'personnes déplacées  score  au-dessus du minimum',
      '                  0   60,0                        2 violations strictes restent',
      '                  3   75,0               +25,0\u00a0%  choisi',
      'Pour prendre une autre ligne\u00a0: --max-moves N.',
    ]);
    expect(movesTable([], 'en', PLAIN)).toEqual([]);
  });

  it('measures every line against one least, and shows sizes where they differ', () => {
    const free = { isSizeFree: true };
    const steps = [
      step(0, 66, { ...free, isChosen: true }),
      step(1, 60, free),
      step(2, 55, { ...free, bound: fraction(50), sizes: [6, 4] }),
    ];
    expect(movesTable(steps, 'en', PLAIN).map((line) => line.replaceAll('\u00a0', ' '))).toEqual([
      'people moved  score  above the bound  sizes',
      '           0   66.0          +32.0 %  2 × 5         chosen',
      '           1   60.0          +20.0 %  2 × 5         optimal for its sizes',
      '           2   55.0          +10.0 %  1 × 4, 1 × 6',
      'Groups of other sizes have another bound: every line is measured against the least of them, 50.0.',
      'With groups of the sizes of the first line no score is below 60.0: lines below that are better because their groups have other sizes.',
      'Another line is taken with --max-moves N.',
    ]);
    expect(movesTable(steps, 'fr', PLAIN).join('\n')).toContain(
      'Aux tailles de la première ligne, aucun score n’est inférieur à 60,0\u00a0: les lignes',
    );
  });

  it('does not say that sizes make better what might be as good without', () => {
    const steps = [step(0, 70), step(2, 62, { bound: fraction(50), sizes: [6, 4] })];
    const text = movesTable(steps, 'en', PLAIN).join('\n');
    expect(text).toContain('every line is measured against the least of them, 50.0');
    expect(text).not.toContain('because their groups have other sizes');
    const many = [3, 4, 5, 6, 12];
    expect(movesTable([step(0, 70), step(2, 62, { sizes: many })], 'en', PLAIN)[2]).toMatch(/ 3–12$/);
    expect(movesTable([step(0, 70), step(2, 62)], 'en', PLAIN).join('\n')).not.toContain('sizes');
  });

  it('claims nothing of other sizes where these are free', () => {
    expect(movesTable([{ ...step(0, 60), isSizeFree: true }], 'en', PLAIN)[1]).toContain(
      'optimal for these sizes (proved)',
    );
  });

  it('calls a step proved by the exact figures alone', () => {
    const near = { ...step(1, 0), value: fraction(60_000_000_001n, 1_000_000_000n) };
    expect(movesTable([near], 'en', PLAIN)[1]).toContain('+0.0 %');
  });
});
