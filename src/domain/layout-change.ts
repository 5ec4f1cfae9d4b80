import type { Diagnostic } from './diagnostic.js';
import type { Change } from './diagnostics/change.js';
import { leastOf, mostOf } from './extremes.js';
import type { Group } from './group.js';
import { layOutGroups, type GroupLayoutRequest } from './group-layout.js';
import type { Strand, Theme } from './theme.js';

/** Groups as they would be laid out after one change to the sizes asked for. */
export interface LayoutTrial {
  readonly change: Change;
  readonly groups: readonly Group[];
}

/** How far from what is asked for other numbers are tried. */
const FARTHEST = 3;

/**
 * Layouts that one change would give, the nearest to what is asked for first: as many groups of another size, cells of the
 * themes file, another number of groups (at least two), whose size is then what the people give.
 *
 * @param groupCount How many groups there are, or were asked for.
 */
export function* tryLayouts(request: GroupLayoutRequest, groupCount: number): Generator<LayoutTrial> {
  const { groupCount: _count, groupSize: _size, ...sizeless } = request;
  for (let step = 0; step <= FARTHEST; step++) {
    for (const { theme, strand, column, value } of cellsNear(request.themes, step)) {
      const themes = request.themes.map((other) => (other === theme ? withCell(other, strand, column, value) : other));
      const groups = lay({ ...request, themes });
      if (groups === undefined) continue;
      const { file, line } = strand.source;
      const name = strand.id === '' ? theme.id : `${theme.id}/${strand.id}`;
      yield { change: { kind: 'strand', strand: name, column, value, file, line }, groups };
    }
    for (const count of step === 0 ? [groupCount] : [groupCount - step, groupCount + step]) {
      const groups = count < 2 ? undefined : lay({ ...sizeless, groupCount: count });
      if (groups === undefined) continue;
      const sizes = groups.map(({ size }) => size);
      const [min, max] = [leastOf(sizes), mostOf(sizes)];
      yield { change: { kind: 'groups', groups: count, min, max }, groups };
    }
  }
}

/** Changes that are proposed for a layout that cannot be. */
const MOST_CHANGES = 2;

/**
 * A diagnostic of {@link layOutGroups} with the nearest changes that would give groups: one of the themes file, one of
 * the number of groups. `groups.no-size` and `groups.size-impossible` ask for, or name, sizes themselves.
 */
export function withLayoutChanges(diagnostic: Diagnostic, request: GroupLayoutRequest): Diagnostic {
  const { params } = diagnostic;
  const around = 'groups' in params ? params.groups : 'strands' in params ? params.strands : undefined;
  if (typeof around !== 'number') return diagnostic;
  const found = new Map<Change['kind'], Change>();
  for (const { change } of tryLayouts(request, around)) {
    if (!found.has(change.kind)) found.set(change.kind, change);
    if (found.size === MOST_CHANGES) break;
  }
  return found.size === 0 ? diagnostic : { ...diagnostic, changes: [...found.values()] };
}

interface Cell {
  readonly theme: Theme;
  readonly strand: Strand;
  readonly column: 'groups' | 'min' | 'max';
  readonly value: number;
}

/** Every number of the themes file, that far up or down. */
function cellsNear(themes: readonly Theme[], step: number): readonly Cell[] {
  return themes.flatMap((theme) =>
    theme.strands.flatMap((strand): readonly Cell[] => {
      const { groupCount, minSize, maxSize } = strand;
      const near = (column: Cell['column'], value: number | undefined, steps: readonly number[]) =>
        value === undefined ? [] : steps.map((by) => ({ theme, strand, column, value: value + by }));
      return [
        ...near('max', maxSize, [step]),
        ...near('min', minSize, [-step]),
        ...near('groups', groupCount, [-step, step]),
      ].filter(({ value }) => value > 0 && step > 0);
    }),
  );
}

function withCell(theme: Theme, strand: Strand, column: Cell['column'], value: number): Theme {
  const key = ({ groups: 'groupCount', min: 'minSize', max: 'maxSize' } as const)[column];
  return { ...theme, strands: theme.strands.map((other) => (other === strand ? { ...other, [key]: value } : other)) };
}

function lay(request: GroupLayoutRequest): readonly Group[] | undefined {
  const { groups, diagnostics } = layOutGroups(request);
  return diagnostics.length > 0 || groups.length === 0 ? undefined : groups;
}
