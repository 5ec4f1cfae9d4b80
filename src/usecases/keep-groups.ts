import { diagnose, hasError, type Diagnostic } from '../domain/diagnostic.js';
import type { Group } from '../domain/group.js';
import type { GroupLayoutRequest } from '../domain/group-layout.js';
import { keepLayout, sizesWithin, type KeptGroup } from '../domain/kept-layout.js';
import { withLayoutChanges } from '../domain/layout-change.js';
import type { Cohort } from '../domain/roster.js';
import { readEarlierGroups, type EarlierGroups } from '../readers/earlier-groups-reader.js';
import { readPlace } from '../readers/group-place.js';
import type { ColumnNames, InputFile, Reading } from '../readers/reading.js';

/** Groups that are to go on. */
export interface KeptGroups {
  /** Name of the list that has them. */
  readonly list: string;
  /** Those that go on and those that are new, with the sizes that they may have, in the module's order. */
  readonly layout: readonly KeptGroup[];
  readonly earlier: EarlierGroups;
}

/** Groups to fill, of sizes that are only a beginning, and where they come from. */
export interface KeptLayout {
  readonly groups: readonly Group[];
  readonly kept: KeptGroups;
}

export interface KeepGroupsRequest {
  readonly layout: GroupLayoutRequest;
  readonly cohort: Cohort;
  readonly columns: ColumnNames;
}

/**
 * Reads the list of the groups that are to go on, and settles which do. A list without anybody of the cohort is an error: it is of
 * another module.
 *
 * @returns no value where the list has an error, or so many people cannot make such groups
 */
export function keepGroups(
  file: InputFile,
  { layout: request, cohort, columns }: KeepGroupsRequest,
): Reading<KeptLayout | undefined> {
  const { value: earlier, diagnostics: read } = readEarlierGroups(file, columns, cohort);
  const diagnostics: Diagnostic[] = [...read];
  if (!hasError(read) && earlier.assignment.size === 0)
    diagnostics.push(diagnose('error', 'repair.nobody', {}, { source: { file: file.name } }));
  const places = earlier.groups.map((group) => ({ ...group, ...readPlace(group, request.themes) }));
  const { groups: layout, diagnostics: found } = keepLayout(request, places);
  diagnostics.push(...found.map((diagnostic) => withLayoutChanges(diagnostic, request)));
  if (hasError(diagnostics) || layout.length === 0) return { value: undefined, diagnostics };
  const counts = new Map<string, number>();
  earlier.assignment.forEach((label) => counts.set(label, (counts.get(label) ?? 0) + 1));
  const sizes = sizesWithin(
    layout,
    layout.map(({ label }) => counts.get(label) ?? 0),
    request.people,
  );
  const groups = layout.map(({ label, theme, strand }, g) => ({ label, theme, strand, size: sizes[g] }));
  return { value: { groups, kept: { list: file.name, layout, earlier } }, diagnostics };
}
