/** Why two people have to meet again. */
export type RepeatReason =
  /** The rule of that index wants them together. */
  | { readonly kind: 'rule'; readonly rule: number }
  /** One of the two, by key, has met all of this cohort but so many, fewer than the group needs beside them. */
  | { readonly kind: 'few-strangers'; readonly person: string; readonly strangers: number; readonly needed: number }
  /**
   * Parting them by any exchange of one of them would cost so much more than it saves, in the unit of the score: what grows most is named,
   * an attribute or role by its attribute's key, a rule by its index.
   */
  | { readonly kind: 'price'; readonly price: number; readonly grows: Grown }
  /** Any exchange of one of them breaks a hard rule. */
  | { readonly kind: 'hard' }
  /** An exchange would part them at no loss: the search ended before it was found. */
  | { readonly kind: 'search' };

/** The part of the objective that grows. */
export type Grown =
  | { readonly kind: 'attribute'; readonly key: string }
  | { readonly kind: 'rule'; readonly index: number }
  | { readonly kind: 'wishes' }
  /** Others would meet again instead. */
  | { readonly kind: 'history' };
