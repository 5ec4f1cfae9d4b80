import { expect, it } from 'vitest';
import { isTotal } from '../../src/readers/total-line.js';

it.each([
  'Total',
  'TOTAL : 24',
  'Sous-total',
  'Totaux',
  'Effectif',
  'Effectifs =',
  "Nombre d'élèves : 12",
  'Nombre inscrits',
  'Total général',
  'Count of pupils',
  'subtotal 3',
  'Sum',
  'somme de personnes',
])('"%s" counts people', (text) => expect(isTotal(text)).toBe(true));

it.each(['Totale', 'Le total', 'Total Marie', 'Somme Anne', '24', '', 'Comte'])('"%s" does not', (text) =>
  expect(isTotal(text)).toBe(false),
);
