import { diagnose, type Diagnostic, type DiagnosticCode, type DiagnosticParams } from '../../domain/diagnostic.js';
import type { Rule } from '../../domain/rule.js';
import { lastOf, type HardRule } from './hard-rule.js';

/** Why no valid groups exist: the rules that prove it, and what is said of them. */
export interface Obstacle {
  readonly rules: readonly HardRule[];
  readonly reason: Diagnostic;
}

/** An obstacle that is reported where the last of its rules stands, or at the rule given. */
export function obstacle<Code extends DiagnosticCode>(
  code: Code,
  params: DiagnosticParams[Code],
  rules: readonly HardRule[],
  { source }: Rule = lastOf(rules),
): Obstacle {
  return { rules, reason: diagnose('error', code, params, { source }) };
}

/** The rules that are needed for a proof: each is left out in turn, and stays out where the others prove it too. */
export function spareRules(
  rules: readonly HardRule[],
  isProof: (rules: readonly HardRule[]) => boolean,
): readonly HardRule[] {
  return rules.reduce((kept: readonly HardRule[], spare) => {
    const others = kept.filter((entry) => entry !== spare);
    return isProof(others) ? others : kept;
  }, rules);
}
