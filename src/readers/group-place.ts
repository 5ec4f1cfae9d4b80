import { fold } from '../domain/fold.js';
import type { Group } from '../domain/group.js';
import type { Theme } from '../domain/theme.js';
import { indexThemes } from './references.js';

/** Theme and strand of a group as a list has them: the ids that are meant, else the texts themselves. */
export function readPlace(
  typed: Pick<Group, 'theme' | 'strand'>,
  themes: readonly Theme[],
): Pick<Group, 'theme' | 'strand'> {
  const theme = indexThemes(themes).find(typed.theme);
  const id = theme.status === 'found' ? theme.value : typed.theme;
  const strands = themes.find((other) => other.id === id)?.strands ?? [];
  return { theme: id, strand: strands.find((other) => fold(other.id) === fold(typed.strand))?.id ?? typed.strand };
}
