/** The parts of a run, in the order in which they usually come; what it spends is told by them. */
export const STAGES = ['read', 'obstacles', 'compile', 'search', 'judge', 'timetable', 'write'] as const;
export type Stage = (typeof STAGES)[number];

/** Told when a stage begins; the one before ends there. */
export type OnStage = (stage: Stage) => void;
