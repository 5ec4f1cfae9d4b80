import { mostOf } from '../domain/extremes.js';
import type { Language } from '../domain/settings.js';
import type { Stage } from '../domain/stage.js';
import { runWordsOf } from './run-words.js';
import type { Style } from './style.js';
import { layOutTable } from './text-table.js';

/** What one stage of a run took. */
export interface StageRecord {
  readonly stage: Stage;
  /** Of the wall clock. */
  readonly seconds: number;
  /** The most memory that the whole process had held when the stage ended. */
  readonly peakBytes: number;
}

/** Time and memory by stage, with their total; empty for a run without stages. */
export function stageTable(records: readonly StageRecord[], language: Language, style: Style): readonly string[] {
  if (records.length === 0) return [];
  const words = runWordsOf(language);
  const row = (name: string, seconds: number, bytes: number) => [
    name,
    words.seconds(seconds, 3),
    words.mebibytes(bytes),
  ];
  const total = records.reduce((sum, { seconds }) => sum + seconds, 0);
  const peak = mostOf(records.map(({ peakBytes }) => peakBytes));
  return layOutTable(
    [
      { title: words.stage, align: 'left' },
      { title: words.time, align: 'right' },
      { title: words.peakMemory, align: 'right' },
    ],
    [
      ...records.map(({ stage, seconds, peakBytes }) => row(words.stages[stage], seconds, peakBytes)),
      row(words.total, total, peak),
    ],
    style,
  );
}
