/** Ids of sessions, groups, witnesses or jury members: for people, in order. */
type Names = readonly string[];

/** From a site in one session to another in the next: the minutes between them, and those that it takes. */
interface Way {
  first: string;
  second: string;
  from: string;
  to: string;
  minutes: number;
  needed: number;
}

/** What can forbid or spoil a timetable. */
export interface TimetableDiagnosticParams {
  /** Two sessions at the same time want the same groups. */
  'timetable.sessions-overlap': { first: string; second: string; groups: Names };
  /** No room of the sessions' site that may hold their kind has enough seats; `largest` is 0 when there is no such room at all. */
  'timetable.no-room': {
    sessions: Names;
    kind: 'plenary' | 'work' | 'hearing' | 'presentation' | 'visit';
    needed: number;
    largest: number;
  };
  /** The groups, or juries, that meet at once need rooms of at least so many seats, and there are fewer. */
  'timetable.rooms-short': {
    sessions: Names;
    needed: number;
    seats: number;
    rooms: number;
    groups: Names;
    short: number;
  };
  /** What passed every check by counting and still cannot be housed. */
  'timetable.rooms-not-found': { sessions: Names };
  /** No room seats the group and one witness in any session with hearings. */
  'timetable.no-hearing-room': { groups: Names; needed: number; largest: number };
  'timetable.theme-without-witness': { theme: string; groups: number; asked: number };
  'timetable.too-few-witnesses': { theme: string; asked: number; witnesses: Names };
  /** Groups that must all hear one witness, and the only sessions in which any of them can. */
  'timetable.witness-blocked': { witness: string; groups: Names; sessions: Names; perHearing: number };
  /** As many groups must hear the witness as `max_sessions` does not let; groups that another reason names for this witness come besides. */
  'timetable.witness-limit': {
    witness: string;
    groups: number;
    maxSessions: number;
    perHearing: number;
    besides?: Names;
  };
  /** Each of the groups can hear its witnesses in these sessions only: not enough for the asked number. */
  'timetable.group-blocked': { groups: Names; asked: number; possible: number; sessions: Names };
  /** Together the groups need more hearings than their witnesses can give. */
  'timetable.witnesses-short': { groups: Names; needed: number; possible: number; witnesses: Names };
  /** What passed every check by counting and still found no place: hearings that a group lacks, of any of the witnesses. */
  'timetable.hearings-missing': { group: string; missing: number; witnesses: Names };
  /** Groups have less time between two sessions than the way between their sites takes, whatever rooms they have. */
  'timetable.travel-short': Way & { groups: Names };
  /** No rooms were found with which these groups and people from outside get from one session to the next in time. */
  'timetable.travel-missed': Way & { who: Names };
  /** No jury member of the theme can come. */
  'timetable.no-jury': { session: string; theme: string };
  /** The panels of the themes have fewer members than panels. */
  'timetable.jury-short': { session: string; themes: Names; members: Names };
  /** The members who could come sit in as many other sessions as they accept. */
  'timetable.jury-limit': { session: string; theme: string };
  /**
   * The presentations of a theme take longer than the session, or than its breaks leave; `minutes` is absent when none were asked and less
   * than one is left for each. `breaks`: minutes of the session that are break; absent: none.
   */
  'timetable.minutes-too-long': {
    session: string;
    theme: string;
    groups: number;
    minutes?: number;
    length: number;
    breaks?: number;
  };
  /** Warning: the groups of the theme cannot all sit in the room; each group and the panel can. */
  'timetable.panel-room-small': { session: string; theme: string; room: string; seats: number; needed: number };
  /** Warning: a group that said it cannot come is in a session held for everybody. */
  'timetable.group-unavailable': { group: string; sessions: Names };
  /** Warning: more than half of the members of a group are absent from a session of work, a hearing or a presentation of theirs. */
  'timetable.group-thinned': { session: string; group: string; absent: number; members: number };
  /** Warning: people with fewer days in joint sessions than asked, and by how many at most; `names` are of those who miss most. */
  'timetable.joint-days-missed': { asked: number; people: number; of: number; most: number; names: Names };
  /** Note: somebody who said "if needed" is needed. */
  'timetable.if-needed': { who: string; sessions: Names };
  /** Warning: a calendar published before is not as we wrote it, and its events are numbered by the list. */
  'timetable.calendar-ignored': { reason: 'damaged' | 'foreign' | 'not-readable' };
  /** Warning: the `list` of a plan that may be published is replaced as if it never had been, without `--keep`. */
  'timetable.published-anew': { list: string };
  /** Warning: the timetable beside the list of groups is another than the one just made, by so many rows. */
  'timetable.other-beside': { rows: number; list: string };
  /** Warning: people in other groups than in the list beside the published timetable. */
  'timetable.regrouped': { people: number; of: number; list: string };
  /** Warning: people in other groups than in the list of the plan that is replaced, which lies in `folder`. */
  'groups.replaced': { people: number; of: number; folder: string };
  /** Warning: the list of groups beside the published timetable is not taken, for what is said before. */
  'timetable.groups-ignored': object;
  /** A row that a person locked cannot stay as it is. */
  'timetable.lock-broken': { session: string; group: string } & LockLoss;
}

/** What a locked row cannot keep, and the `name` of what it is about. */
export interface LockLoss {
  /**
   * `guests`: it names too many or too few; `time`: its session, which has not moved, gives it other hours; `differs`: the locked row
   * of that group, which meets with it, says otherwise; `twice`: another locked row has that guest or room then; `reach`: there is no
   * time for that guest or group to come from where it must be as well; `seats`: the room is
   * too small for all who share it; `rest`: nothing forbids it by itself.
   */
  lost:
    | 'session'
    | 'group'
    | 'kind'
    | 'guests'
    | 'witness'
    | 'rank'
    | 'room'
    | 'time'
    | 'limit'
    | 'differs'
    | 'twice'
    | 'reach'
    | 'seats'
    | 'rest';
  /** Id of a session, group, guest or room, or a rank; `''` where the row has none. */
  name: string;
}
