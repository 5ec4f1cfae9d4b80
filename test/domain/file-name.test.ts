import { describe, expect, it } from 'vitest';
import { fileStem, nameEach } from '../../src/domain/file-name.js';

describe('a file named after a text', () => {
  it.each([
    ['VILLE-A1', 'VILLE-A1'],
    ['Salle d’Été', 'Salle-d-Ete'],
    ['Cœur de l’Œuvre', 'Coeur-de-l-OEuvre'],
    ['R 1.12', 'R-1.12'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a-b-c-d-e-f-g-h-i-j'],
    ['..', '_'],
    ['.hidden', 'hidden'],
    ['-rf', 'rf'],
    ['ends. ', 'ends'],
    ['con', '_con'],
    ['LPT1', '_LPT1'],
    ['nul.12', '_nul.12'],
    ['console', 'console'],
    ['Σ1', 'u3a31'],
    ['', '_'],
    ['🎓', '_'],
  ])('of %j is %s', (text, name) => {
    expect(fileStem(text)).toBe(name);
  });

  it('stays short', () => {
    expect(fileStem('é'.repeat(500))).toBe('e'.repeat(100));
  });
});

describe('names for several texts', () => {
  it('differ even where case does not count, whatever the order', () => {
    const texts = ['Salle 1', 'salle-1', 'SALLE 1', 'SALLE-1-2', 'other'];
    const names = nameEach(texts, fileStem);
    expect(new Set([...names.values()].map((name) => name.toLowerCase())).size).toBe(texts.length);
    expect(nameEach(texts.toReversed(), fileStem)).toEqual(names);
    expect(names.get('other')).toBe('other');
  });
});
