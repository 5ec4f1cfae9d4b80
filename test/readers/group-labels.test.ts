import { describe, expect, it } from 'vitest';
import { createLabelReader, looksLikeLabel, nearLabel } from '../../src/readers/group-labels.js';

const reader = (...labels: readonly string[]) =>
  createLabelReader(labels.map((label) => ({ label, theme: '', strand: '', size: 1 })));

describe('a label', () => {
  it.each([
    ['g03', 'G03', ['G03', 'G12']],
    ['groupe n° 3', 'G03', ['G03', 'G12']],
    ['0003', 'G03', ['G03', 'G12']],
    ['13', '13', ['G03', 'G1']],
    ['30', '30', ['G03', 'G12']],
    ['groupe', 'groupe', ['Gr', 'G12']],
    ['g', 'g', ['n', 'G12']],
    ['3', '3', ['G3', 'Gr 03']],
    ['groupe jeunesse a 1', 'Jeunesse-A1', ['Jeunesse-A1', 'Jeunesse-A2']],
    ['ab', 'ab', ['a b', 'c']],
    ['Jean groupe', 'Jean groupe', ['Jean']],
    ['A100', 'A100', ['A1', 'A10']],
  ])('%j is read as %j of %j', (text, label, labels) => {
    const { read, readings } = reader(...labels);
    expect(read(text)).toBe(label);
    const isOther = labels.includes(label) && text.toLowerCase() !== label.toLowerCase();
    expect([...readings]).toEqual(isOther ? [[text, label]] : []);
  });

  it.each(['Groupe 1', 'gr. A', 'Équipe 12', 'TABLE 100', 'Atelier b'])('looks like %j', (text) => {
    expect(looksLikeLabel(text)).toBe(true);
  });

  it.each(['Groupe', '12', 'Groupe 1 A', 'Table ronde', 'Salle 3', 'Atelier 1000', ''])(
    'is not what %j looks like',
    (text) => {
      expect(looksLikeLabel(text)).toBe(false);
    },
  );
});

describe('the label that is near', () => {
  it.each([
    ['jeunesse A', ['JEUN-A1', 'JEUN-B1', 'VILLE-A1'], 'JEUN-A1'],
    ['JEUN', ['Jeunesse A 1', 'Ville A 1'], 'Jeunesse A 1'],
    ['jeunesse A', ['JEUN-A1', 'JEUN-A2'], undefined],
    ['jeunesse 1 A', ['JEUN-A1', 'VILLE-A1'], undefined],
    ['jeunesse A 1 x', ['JEUN-A1', 'VILLE-A1'], 'JEUN-A1'],
    ['12 A', ['1-AXYZ', '7-AXYZ'], undefined],
    ['1 A', ['1-A2', '12-A'], '1-A2'],
    ['J A', ['JEUN-A1'], undefined],
    ['VILE-A1', ['VILLE-A1', 'JEUN-A1'], 'VILLE-A1'],
  ])('%j is, of %j, %j', (text, labels, near) => {
    expect(nearLabel(text, labels)).toBe(near);
  });
});
