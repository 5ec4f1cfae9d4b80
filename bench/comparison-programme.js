// The comparison instance of timetables: 4 themes of 4 groups of 9, 10 half-days, 16 rooms, 8 witnesses free 4 or 5 half-days, 2
// hearings per group. The benchmark and the tests have it from here.

const THEMES = ['LOG', 'MOB', 'SAN', 'CLI'];
const CAPACITIES = [160, 60, 45, 40, 30, 24, 20, 18, 16, 14, 12, 12, 11, 10, 10];
const source = { file: 'instance' };

/** Half-days on which each witness is free; T1 and T2 are for the first theme, T3 and T4 for the second, and so on. */
export const AVAILABLE = {
  T1: 'S1 S2 S3 S4 S7',
  T2: 'S3 S4 S5 S6',
  T3: 'S1 S2 S5 S6 S8',
  T4: 'S2 S3 S7 S8',
  T5: 'S1 S4 S5 S6 S7',
  T6: 'S1 S2 S3 S8',
  T7: 'S2 S4 S6 S8',
  T8: 'S1 S3 S5 S7 S8',
};

/**
 * @param {Readonly<Record<string, string>>} [availableOf] What a witness is free on instead.
 * @param {number} [smallest] Seats of the smallest room.
 */
export function comparisonProgramme(availableOf = {}, smallest = 9) {
  const sessions = Array.from({ length: 10 }, (_, index) => ({
    id: `S${index}`,
    date: `2026-11-${23 + (index >> 1)}`,
    start: index % 2 === 0 ? 540 : 840,
    end: index % 2 === 0 ? 750 : 1050,
    kinds: index === 0 ? ['plenary'] : index === 9 ? ['presentation'] : ['work', 'hearing'],
    title: '',
    audience: { kind: index === 0 ? 'all' : 'groups' },
    sites: [],
    ...(index === 9 ? { minutesEach: 20 } : {}),
    source,
  }));
  const rooms = [...CAPACITIES, smallest].map((capacity, index) => ({
    id: `R${String(index).padStart(2, '0')}`,
    site: '',
    capacity,
    uses: [],
    unavailable: [],
    source,
  }));
  const witnesses = Object.keys(AVAILABLE).map((id, index) => ({
    id,
    title: '',
    familyName: id,
    givenName: '',
    position: '',
    organisation: '',
    role: 'witness',
    themes: [THEMES[index >> 1]],
    maxGroupsPerHearing: 1,
    email: '',
    source,
  }));
  const free = Object.entries({ ...AVAILABLE, ...availableOf });
  const availability = new Map(free.map(([id, days]) => [id, new Map(days.split(' ').map((day) => [day, 'yes']))]));
  const groups = THEMES.flatMap((theme) =>
    [1, 2, 3, 4].map((number) => ({ label: `${theme}${number}`, theme, strand: '', size: 9 })),
  );
  return { programme: { sessions, rooms, witnesses, availability, hearingsPerGroup: 2 }, groups };
}
