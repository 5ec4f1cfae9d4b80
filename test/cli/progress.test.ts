import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  createSearchProgress,
  progressLine,
  startProofProgress,
  type ProgressFigures,
} from '../../src/cli/progress.js';
import { textWidth } from '../../src/report/text-table.js';

const HALF: ProgressFigures = { label: 'search', share: 0.5, gap: 0.0123, hard: 0, secondsLeft: 75 };
const parts = (line: string) => line.split(/ {2,}/);

describe('a line of progress', () => {
  it('has a bar, the share spent, the gap and the time left, within 80 columns', () => {
    const line = progressLine(HALF, 'en', 79);
    const [label, bar, ...rest] = parts(line);
    expect([label, ...rest]).toEqual(['search', '50 %', 'gap 1.2 %', 'at most 1 min 15 s left']);
    expect(bar).toBe('█'.repeat(10) + '░'.repeat(10));
    expect(textWidth(line)).toBeLessThanOrEqual(79);
  });

  it('speaks French', () => {
    const line = progressLine(HALF, 'fr', 79);
    expect(parts(line).slice(2)).toEqual(['50\u00a0%', 'écart 1,2\u00a0%', 'encore 1\u00a0min\u00a015\u00a0s au plus']);
  });

  it('tells violations instead of a gap while a hard rule is broken', () => {
    expect(parts(progressLine({ ...HALF, hard: 2 }, 'en', 79))).toContain('2 violations');
    expect(progressLine({ ...HALF, hard: 2 }, 'en', 79)).not.toContain('gap');
  });

  it('never says 100 % before the end, and fills the bar then', () => {
    expect(progressLine({ ...HALF, share: 0.9999 }, 'en', 79)).toContain(' 99 %');
    const end = progressLine({ ...HALF, share: 1.2 }, 'en', 79);
    expect(end).toContain('100 %');
    expect(end).not.toContain('░');
  });

  it('fits any width: the bar goes first, then the time, then the gap', () => {
    for (let width = 0; width <= 120; width++)
      expect(textWidth(progressLine(HALF, 'fr', width))).toBeLessThanOrEqual(width);
    expect(parts(progressLine(HALF, 'en', 50))).toEqual(['search', '50 %', 'gap 1.2 %', 'at most 1 min 15 s left']);
    expect(parts(progressLine(HALF, 'en', 30))).toEqual(['search', '50 %', 'gap 1.2 %']);
    expect(parts(progressLine(HALF, 'en', 15))).toEqual(['search', '50 %']);
    expect(progressLine(HALF, 'en', 4)).toBe('50 %');
  });
});

describe('the progress of a search', () => {
  const told = (spent: number) => ({ spent, hard: 0, soft: 2, hardBound: 0, softBound: 1, gap: 1 });

  function watch(timeLimit?: number) {
    const lines: string[] = [];
    let time = 0;
    const console = { language: 'en' as const, columns: () => 79, progress: (line: string) => void lines.push(line) };
    const observe = createSearchProgress(console, timeLimit, () => time);
    const tell = (at: number, spent: number) => {
      time = at;
      observe(told(spent));
    };
    return { lines, tell };
  }

  it('is shown a few times in a second', () => {
    const { lines, tell } = watch();
    for (let at = 0; at < 1000; at += 10) tell(at, at / 100_000);
    expect(lines).toHaveLength(5);
  });

  it('tells what is left by the pace since its first word, after a second', () => {
    const { lines, tell } = watch();
    tell(5_000, 0.2);
    expect(lines.at(-1)).not.toContain('left');
    tell(5_500, 0.25);
    expect(lines.at(-1)).not.toContain('left');
    tell(7_000, 0.4);
    expect(lines.at(-1)).toContain('at most 6 s left');
  });

  it('tells no more than the time limit leaves', () => {
    const { lines, tell } = watch(10);
    tell(0, 0);
    tell(8_000, 0.01);
    expect(lines.at(-1)).toContain('at most 2 s left');
  });
});

describe('the progress of a proof', () => {
  afterEach(() => void vi.useRealTimers());

  function watch(showsProgress: boolean) {
    vi.useFakeTimers();
    const lines: string[] = [];
    const show = (line: string) => void lines.push(line);
    const console = { language: 'en' as const, showsProgress, columns: () => 79, progress: show };
    return { lines, progress: startProofProgress(console, () => Date.now()) };
  }

  it('tells every second how long it has been at work, until its end', () => {
    const { lines, progress } = watch(true);
    vi.advanceTimersByTime(2_500);
    progress.end();
    vi.advanceTimersByTime(10_000);
    expect(lines).toEqual(['Proof  for 0 s', 'Proof  for 1 s', 'Proof  for 2 s']);
  });

  it('tells nothing where nobody watches', () => {
    const { lines, progress } = watch(false);
    vi.advanceTimersByTime(5_000);
    progress.end();
    expect(lines).toEqual([]);
  });
});
