/** Digits of the usual font that fit side by side on A4 landscape inside our margins. */
export const PAGE_WIDTH = 136;
/** Points that fit there from top to bottom. */
export const PAGE_HEIGHT = 488;
