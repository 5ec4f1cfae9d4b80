/** One change of a group list. Groups by label, people by key. */
export type ListChange =
  | {
      readonly kind: 'swap';
      readonly first: string;
      readonly firstGroup: string;
      readonly second: string;
      readonly secondGroup: string;
    }
  /** `from` is `''` where the person is in no group; `to` itself where it is one of several that the person is in. */
  | { readonly kind: 'move'; readonly person: string; readonly from: string; readonly to: string };
