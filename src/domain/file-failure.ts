/** Why a file gave no bytes: `changing` while it was read, so that half of it may be old; `too-large` for the program's limits. */
export type FileFailure = 'missing' | 'is-directory' | 'not-readable' | 'changing' | 'too-large';
