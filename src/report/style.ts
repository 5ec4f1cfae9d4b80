/** Emphasis for a terminal; plain text where colour is off. Colour never carries a meaning that words do not. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly doubtful: (text: string) => string;
  readonly bad: (text: string) => string;
}

const asIs = (text: string) => text;
export const PLAIN: Style = { strong: asIs, faint: asIs, good: asIs, doubtful: asIs, bad: asIs };
