import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { fold } from '../domain/fold.js';
import type { NamesakeSetting } from '../domain/settings.js';
import { foldedName, type Named } from './namesakes.js';
import { nearest } from './nearest.js';
import { showValue, type TomlReader } from './toml-table.js';

/** Both words of the key. */
export const NAMESAKE_KEYS = ['namesakes', 'homonymes'] as const;

type Report = (diagnostic: Diagnostic) => void;

/** Reads `namesakes` (or `homonymes`): the names that several people bear, one or a list. Absent: nobody has looked. */
export function readNamesakes(top: TomlReader, report: Report): NamesakeSetting | undefined {
  const settled = NAMESAKE_KEYS.filter((key) => top.has(key)).flatMap((key) => {
    const value = top.value(key);
    const names: readonly unknown[] = Array.isArray(value) ? value : [value];
    const source = top.source(key);
    if (names.every((name) => typeof name === 'string')) return names.map((name) => ({ name, source }));
    report(diagnose('error', 'settings.wrong-type', { expected: 'texts' }, { source, value: showValue(value) }));
    return [];
  });
  return settled.length === 0 ? undefined : settled;
}

/** Whether somebody bears a name that was settled, in either order. */
export function createSettledNames(settled: NamesakeSetting): (person: Named) => boolean {
  const names = new Set(settled.map(({ name }) => fold(name)));
  return (person) => names.size > 0 && (names.has(foldedName(person)) || names.has(turnedName(person)));
}

/** A warning for each name that fewer than two people bear: nothing is settled by it. */
export function findUnmetNames(settled: NamesakeSetting, people: readonly Named[]): readonly Diagnostic[] {
  if (settled.length === 0) return [];
  const bearers = new Map<string, number>(settled.map(({ name }) => [fold(name), 0]));
  const shared = new Map<string, { readonly name: string; count: number }>();
  for (const person of people) {
    const [own, turned] = [foldedName(person), turnedName(person)];
    for (const name of new Set([own, turned])) {
      const count = bearers.get(name);
      if (count !== undefined) bearers.set(name, count + 1);
    }
    const known = shared.get(own);
    if (known === undefined) shared.set(own, { name: `${person.familyName} ${person.givenName}`, count: 1 });
    else known.count++;
  }
  const several = [...shared.values()].filter(({ count }) => count > 1).map(({ name }) => name);
  return settled.flatMap(({ name, source }) => {
    const count = bearers.get(fold(name)) ?? 0;
    if (count > 1) return [];
    const details = { source, value: name, suggestion: nearest(name, several) };
    return [diagnose('warning', 'settings.namesake-unmet', { people: count }, details)];
  });
}

function turnedName({ familyName, givenName }: Named): string {
  return fold(`${givenName} ${familyName}`);
}
