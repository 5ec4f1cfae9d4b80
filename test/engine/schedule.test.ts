import { describe, expect, it } from 'vitest';
import { createSchedule, STAGES, type Schedule } from '../../src/engine/schedule.js';

/** Ends so many stages. */
function endStages(schedule: Schedule, stages: number): void {
  for (let stage = 0; stage < stages; stage++) schedule.endStage();
}

/** The temperature at the beginning of each stage, and at the end of the last. */
function temperaturesOf(schedule: Schedule, stages: number): readonly number[] {
  return Array.from({ length: stages + 1 }, (_, stage) => {
    if (stage > 0) schedule.endStage();
    return schedule.temperature();
  });
}

describe('the temperature of a start', () => {
  it('begins at a share of the largest scale, by start in turn', () => {
    const heats = [0, 1, 2, 3, 4, 5].map((start) => createSchedule([20, 100, 0], start).temperature());
    expect(heats).toEqual([10, 30, 10, 100, 10, 30]);
  });

  it('takes one for the scale where nothing worsens, or by less', () => {
    for (const scales of [[], [0, 0], [0.5]]) expect(createSchedule(scales, 3).temperature()).toBe(1);
  });

  it('falls geometrically, is heated again twice, and falls faster at last', () => {
    const found = temperaturesOf(createSchedule([100], 3), STAGES);
    const cooling = (stages: number, factor: number, from: number) =>
      Array.from({ length: stages }, (_, stage) => from * factor ** stage);
    const slow = cooling(50, 0.927, 100);
    const expected = [...slow, ...slow, ...slow, ...cooling(STAGES - 149, 0.9, slow[49]).slice(1)];
    expect(STAGES).toBe(200);
    found.slice(0, STAGES).forEach((temperature, stage) => expect(temperature).toBeCloseTo(expected[stage], 8));
    expect(found).toHaveLength(201);
  });

  it('settles until the last of the slow coolings is over', () => {
    const schedule = createSchedule([100], 0);
    endStages(schedule, 149);
    expect(schedule.isSettling()).toBe(true);
    schedule.endStage();
    expect(schedule.isSettling()).toBe(false);
  });

  it('is too low for anything but a gain below a two thousandth of the smallest scale', () => {
    const schedule = createSchedule([8, 100, 0], 3);
    while (!schedule.isFrozen()) schedule.endStage();
    const below = schedule.temperature();
    expect(below).toBeLessThan(0.0005 * 8);
    expect(below / 0.9).toBeGreaterThanOrEqual(0.0005 * 8);
  });
});

describe('soft terms', () => {
  it('join at once where they are the largest, or no swap worsens them, or within eight times their scale', () => {
    // The temperature is 10 at first.
    const schedule = createSchedule([100, 1.25, 0, 1.2, 100], 0);
    expect(schedule.joined()).toEqual([0, 1, 2, 4]);
    expect(schedule.heavy).toEqual([0, 1, 4]);
  });

  it('join when the temperature has come down to eight times their scale', () => {
    const schedule = createSchedule([100, 1, 0.5], 0);
    expect(schedule.joined()).toEqual([0]);
    // 10 · 0.927² = 8.59, 10 · 0.927³ = 7.97.
    endStages(schedule, 2);
    expect(schedule.joined()).toEqual([0]);
    schedule.endStage();
    expect(schedule.joined()).toEqual([0, 1]);
    expect(schedule.heavy).toEqual([0]);
  });

  it('leave when it is heated again above that, unless all had joined', () => {
    const some = createSchedule([100, 1, 0.001], 0);
    endStages(some, 49);
    expect(some.joined()).toEqual([0, 1]);
    some.endStage();
    expect(some.joined()).toEqual([0]);
    const all = createSchedule([100, 1], 0);
    endStages(all, 50);
    expect(all.temperature()).toBe(10);
    expect(all.joined()).toEqual([0, 1]);
  });
});

describe('lighter terms', () => {
  it('are waited for where they have not joined from the start, and some swap worsens them', () => {
    expect(createSchedule([100, 1], 0).isWaiting()).toBe(true);
    expect(createSchedule([100, 0, 50], 0).isWaiting()).toBe(false);
    expect(createSchedule([], 0).isWaiting()).toBe(false);
  });

  it('join at a skip, from where it cools gently and is never heated again', () => {
    const schedule = createSchedule([100, 0.5, 0.25], 0);
    schedule.skip();
    expect([schedule.hasSkipped(), schedule.isWaiting(), schedule.isSettling()]).toEqual([true, false, false]);
    expect(schedule.temperature()).toBe(4);
    expect(schedule.joined()).toEqual([0, 1]);
    temperaturesOf(schedule, 60).forEach((temperature, stage) => expect(temperature).toBeCloseTo(4 * 0.93 ** stage, 8));
    expect(schedule.joined()).toEqual([0, 1, 2]);
  });

  it('are all settled then at a twentieth of the smallest scale', () => {
    const schedule = createSchedule([100, 0.5, 0.25], 0);
    schedule.skip();
    while (!schedule.isFrozen()) schedule.endStage();
    expect(schedule.temperature()).toBeLessThan(0.05 * 0.25);
    expect(schedule.temperature() / 0.93).toBeGreaterThanOrEqual(0.05 * 0.25);
  });

  it('are no reason to heat: a skip never raises the temperature', () => {
    const schedule = createSchedule([100, 1], 0);
    endStages(schedule, 10);
    const before = schedule.temperature();
    expect(before).toBeLessThan(8);
    schedule.skip();
    expect(schedule.temperature()).toBe(before);
  });

  it('join once: another skip changes nothing, and neither does one where none is waiting', () => {
    const schedule = createSchedule([100, 0.5], 0);
    schedule.skip();
    const [joined, temperature] = [schedule.joined(), schedule.temperature()];
    schedule.skip();
    expect([schedule.joined(), schedule.temperature()]).toEqual([joined, temperature]);
    const alone = createSchedule([100, 0], 0);
    alone.skip();
    expect([alone.hasSkipped(), alone.isSettling(), alone.temperature()]).toEqual([false, true, 10]);
  });
});
