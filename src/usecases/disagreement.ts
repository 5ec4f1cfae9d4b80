/** The independent check found something else than the engine says: a bug in brassage, and nothing may be written. */
export class DisagreementError extends Error {
  constructor(what: string, details: string) {
    super(`the check disagrees with the engine about ${what}: ${details}`);
    this.name = 'DisagreementError';
  }
}
