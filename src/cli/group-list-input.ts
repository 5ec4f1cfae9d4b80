import { join } from 'node:path';
import { hasError, diagnose } from '../domain/diagnostic.js';
import type { GroupList } from '../domain/group.js';
import type { Module } from '../domain/module.js';
import { readGroupList } from '../readers/group-list-reader.js';
import type { Reading } from '../readers/reading.js';
import type { FileSource } from '../usecases/files.js';
import type { Flags } from './flags.js';

/** Reads the list that `--groups` names; without it, the one of the plan in `out/`. */
export async function readGroupListOf(
  module: Module,
  flags: Flags,
  source: FileSource,
): Promise<Reading<GroupList | undefined>> {
  const name = flags.groups ?? join('out', 'groups.csv');
  const bytes = await source(name);
  if (typeof bytes === 'string') {
    return {
      value: undefined,
      diagnostics: [diagnose('error', 'file.unreadable', { reason: bytes }, { source: { file: name } })],
    };
  }
  const { cohort, groups, settings } = module;
  const reading = readGroupList({ name, bytes }, settings.columns, { cohort, groups });
  return hasError(reading.diagnostics) ? { value: undefined, diagnostics: reading.diagnostics } : reading;
}
