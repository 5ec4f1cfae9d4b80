import type { Group, Grouping } from '../../domain/group.js';
import type { Module } from '../../domain/module.js';
import { idShown, shownIds, type Readership } from '../../domain/readership.js';
import { wishRank } from '../../domain/wish.js';
import { orderPeople, type Participant } from '../../domain/participant.js';

/** A person as a list shows one. */
export interface DocumentMember {
  readonly key: string;
  /** `''` where ids are not for these readers. */
  readonly id: string;
  /** `''` with pseudonyms. */
  readonly familyName: string;
  readonly givenName: string;
  readonly school: string;
  /** By attribute of the document: the levels held. */
  readonly levels: readonly (readonly string[])[];
  /** Rank of the wish that the group fulfils, from 1, or `'none'`; absent where no wish was made, and for readers who do not judge the plan. */
  readonly wish?: number | 'none';
}

export interface DocumentGroup {
  readonly label: string;
  /** Ids; `''` where there is none. */
  readonly theme: string;
  readonly strand: string;
  /** As typed; `''` where there is none. */
  readonly themeTitle: string;
  readonly strandTitle: string;
  /** By name; by id with pseudonyms. */
  readonly members: readonly DocumentMember[];
}

/** The groups with their members, in group order; of each member the attributes given by key. */
export function describeGroups(
  { cohort, themes }: Pick<Module, 'cohort' | 'themes'>,
  { groups, assignment }: Grouping,
  attributes: readonly string[],
  { pseudonyms, readership }: { readonly pseudonyms: boolean; readonly readership: Readership },
): readonly DocumentGroup[] {
  const shown = shownIds(cohort.participants, readership, pseudonyms);
  const members = new Map<string, Participant[]>(groups.map(({ label }) => [label, []]));
  for (const person of cohort.participants) members.get(assignment.get(person.key) ?? '')?.push(person);
  const wishOf = ({ wishes }: Participant, group: Group): Pick<DocumentMember, 'wish'> => {
    if (readership !== 'coordinator' || wishes.length === 0) return {};
    const rank = wishRank(wishes, group);
    return { wish: rank === undefined ? 'none' : rank + 1 };
  };
  const describe = (person: Participant, group: Group): DocumentMember => ({
    key: person.key,
    id: idShown(person, shown),
    familyName: pseudonyms ? '' : person.familyName,
    givenName: pseudonyms ? '' : person.givenName,
    school: person.school,
    levels: attributes.map((key) => person.levels.get(key) ?? []),
    ...wishOf(person, group),
  });
  return groups.map((group) => {
    const { label, theme, strand } = group;
    const known = themes.find(({ id }) => id === theme);
    return {
      label,
      theme,
      strand,
      themeTitle: known?.title ?? '',
      strandTitle: known?.strands.find(({ id }) => id === strand)?.title ?? '',
      members: orderPeople(members.get(label) ?? [], pseudonyms).map((person) => describe(person, group)),
    };
  });
}
