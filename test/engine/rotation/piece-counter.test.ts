import { expect, it } from 'vitest';
import { PieceCounter } from '../../../src/engine/rotation/piece-counter.js';

function askOften(counter: PieceCounter): void {
  for (let time = 0; time < 5; time++) counter.cut();
}

it('counts pieces until it is cut, and stays cut', () => {
  let asked = 0;
  const counter = new PieceCounter({ cut: () => (++asked === 3 ? 'interrupted' : undefined) });
  askOften(counter);
  expect(counter.pieces()).toBe(2);
  expect(counter.wasCut()).toBe('interrupted');
});

it('stops where another run was cut, for the same reason', () => {
  const counter = new PieceCounter({}, { pieces: 2, stopped: 'time-limit' });
  askOften(counter);
  expect([counter.pieces(), counter.wasCut()]).toEqual([2, 'time-limit']);
});

it('goes on where the other run came to its end', () => {
  const counter = new PieceCounter({}, { pieces: 2, stopped: 'budget' });
  askOften(counter);
  expect([counter.pieces(), counter.wasCut()]).toEqual([5, undefined]);
});
