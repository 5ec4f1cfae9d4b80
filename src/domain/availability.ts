import type { Source } from './source.js';

export type AvailabilityState = 'yes' | 'if_needed' | 'no';

/**
 * Who can attend what, as polls give it: id of a witness, jury member or group, to session id, to state.
 * A witness of whom the table says nothing for a session is not available for it; a group is.
 * `undefined` in place of the whole table means that everyone is always available.
 */
export type Availability = ReadonlyMap<string, ReadonlyMap<string, AvailabilityState>>;

/** The line that says so, by the same keys; a grid says everything of a person in one. */
export type AvailabilityLines = ReadonlyMap<string, ReadonlyMap<string, Source>>;
