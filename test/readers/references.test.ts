import { describe, expect, it } from 'vitest';
import {
  createReferenceIndex,
  indexSessions,
  indexThemes,
  indexThemesAndStrands,
  type ReferenceIndex,
  type ReferenceName,
} from '../../src/readers/references.js';
import { session, theme } from './facts.js';

const named = (...texts: readonly string[]): readonly ReferenceName<string>[] =>
  texts.map((text) => ({ text, value: text }));

/** What is found, or the error that says why nothing is. */
function find<T>(index: ReferenceIndex<T>, text: string) {
  const match = index.find(text);
  return match.status === 'found' ? match.value : match.diagnose({ value: text });
}

const suggestion = (text: string, ...texts: readonly string[]) => {
  const found = find(createReferenceIndex('site', named(...texts)), text);
  return typeof found === 'string' ? 'found' : found.suggestion;
};

describe('a reference', () => {
  it('is what is named so, exactly before in other letters', () => {
    const index = createReferenceIndex('site', named('Éa', 'ea', 'B'));
    expect(find(index, 'ea')).toBe('ea');
    expect(find(index, 'Éa')).toBe('Éa');
    expect(find(index, 'b')).toBe('B');
  });

  it('in letters that name two things is ambiguous between what these are called', () => {
    const index = createReferenceIndex('site', [...named('Éa'), { text: 'ea', value: 'x', label: 'ea of x' }]);
    expect(index.find('EA')).toMatchObject({ status: 'ambiguous', values: ['Éa', 'x'] });
    expect(find(index, 'EA')).toMatchObject({
      severity: 'error',
      code: 'reference.ambiguous',
      params: { kind: 'site', candidates: ['Éa', 'ea of x'] },
      value: 'EA',
    });
  });

  it('to one thing that two names fold alike is none the less clear', () => {
    const names = ['Éa', 'ea'].map((text) => ({ text, value: 'x' }));
    expect(find(createReferenceIndex('site', names), 'EA')).toBe('x');
  });

  it('is heard as a second name where nothing else bears it', () => {
    const index = createReferenceIndex('site', [
      { text: 'A', value: 'title', isSecondary: true },
      { text: 'a', value: 'id' },
      { text: 'T', value: 'other', isSecondary: true },
    ]);
    expect(find(index, 'á')).toBe('id');
    expect(find(index, 't')).toBe('other');
  });

  it('to nothing names what there is, a dozen at most, and how many there are', () => {
    const texts = Array.from({ length: 13 }, (_, at) => `room ${at}`);
    const names = [...named(...texts, ''), { text: 'title', value: 'x', isSecondary: true }];
    expect(find(createReferenceIndex('site', names), 'zzz')).toMatchObject({
      code: 'reference.unknown',
      params: { kind: 'site', known: texts.slice(0, 12), count: 13 },
    });
    expect(find(createReferenceIndex('site', names, ['one']), 'zzz')).toMatchObject({
      params: { known: ['one'], count: 1 },
    });
    expect(find(createReferenceIndex('site', names), '')).toMatchObject({ code: 'reference.unknown' });
  });
});

describe('what was perhaps meant', () => {
  it.each([
    ['Annxe', ['Amphi', 'Annexe'], 'Annexe'],
    ['12', ['0012', '0021'], '0012'],
    ['E0012', ['12', 'e12'], 'e12'],
    ['sall 12', ['salle 13', 'salle 12'], 'salle 12'],
    ['S13', ['S12'], undefined],
    ['S0', ['S'], undefined],
    ['Polit', ['Politique agricole', 'Santé'], 'Politique agricole'],
    ['Politique agricole commune', ['Politique', 'Santé'], 'Politique'],
    ['Poli', ['Politique agricole', 'Politique', 'Politique agricole commune'], 'Politique'],
    ['Poli', ['Politique agricole', 'Police nationale'], undefined],
    ['Poli', ['Politique A', 'Politique B'], undefined],
    ['Pol', ['Politique agricole'], undefined],
    ['Politique', ['Pol'], undefined],
    ['zzzz', [], undefined],
  ])('by %j is, of %j, %j', (text, texts, meant) => {
    expect(suggestion(text, ...texts)).toBe(meant);
  });

  it('is a second name where no first one is near', () => {
    const names = [...named('Maison'), { text: 'Grande salle', value: 'x', isSecondary: true }];
    const meant = (text: string) => {
      const found = find(createReferenceIndex('site', names), text);
      return typeof found === 'string' ? found : found.suggestion;
    };
    expect(meant('Grnde salle')).toBe('Grande salle');
    expect(meant('Grande')).toBe('Grande salle');
    expect(meant('Maisan')).toBe('Maison');
  });

  it('is no more than what the asker knows better, and is asked for once', () => {
    let asked = 0;
    const suggestible = () => {
      asked++;
      return ['Annexe'];
    };
    const index = createReferenceIndex('site', named('Amphi'), undefined, suggestible);
    expect(find(index, 'Amphi')).toBe('Amphi');
    expect(asked).toBe(0);
    const known = index.find('Amphy');
    expect(known.status === 'unknown' && known.diagnose({ suggestion: 'Aula' }).suggestion).toBe('Aula');
    expect(find(index, 'Amphy')).not.toHaveProperty('suggestion');
    expect(find(index, 'Anexe')).toMatchObject({ suggestion: 'Annexe' });
    expect(asked).toBe(1);
  });

  it('is said a hundred times and no more', () => {
    const index = createReferenceIndex('site', named('Amphi'));
    const said = Array.from({ length: 102 }, () => find(index, 'Amphy')).filter(
      (found) => typeof found !== 'string' && found.suggestion === 'Amphi',
    );
    expect(said).toHaveLength(100);
  });
});

describe('sessions, themes and strands', () => {
  it('are found by what names them', () => {
    expect(find(indexSessions([session('S1'), session('S2')]), 's2')).toBe('S2');
    const themes = [theme('A', ['x', 'y'], 'Health'), theme('B', ['x', 'z']), theme('C')];
    expect(find(indexThemes(themes), 'health')).toBe('A');
    expect(find(indexThemes(themes), 'b')).toBe('B');
    const index = indexThemesAndStrands(themes);
    expect(['A', 'Health', 'a/x', 'B-x', 'y', 'Z'].map((text) => find(index, text))).toEqual([
      'A',
      'A',
      'A/x',
      'B/x',
      'A/y',
      'B/z',
    ]);
    expect(find(index, 'x')).toMatchObject({ params: { kind: 'theme-or-strand', candidates: ['x', 'x'] } });
    expect(find(index, 'C/')).toMatchObject({ params: { known: ['A', 'B', 'C'], count: 3 } });
  });

  it('are found by the title of a strand', () => {
    const { strands, ...rest } = theme('A', ['x']);
    const titled = { ...rest, strands: strands.map((strand) => ({ ...strand, title: 'Hospitals' })) };
    expect(find(indexThemesAndStrands([titled]), 'hospitals')).toBe('A/x');
  });
});
