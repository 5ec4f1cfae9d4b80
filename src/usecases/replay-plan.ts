import type { Manifest, ManifestSearch } from '../domain/manifest.js';
import type { SearchTrace } from '../engine/restarts.js';
import { createProver, type ProofTrace } from '../proof/prover.js';
import { plan, type PlanRequest } from './plan.js';
import { meansAgain, outputsAgain, readModuleAgain, readPublishedAgain, refuse, replayFlags } from './replay-module.js';
import type { ReplayMeans, ReplayRequest, ReplayResult } from './replays.js';
import { proofLimitsOf } from './search-options.js';

/** Runs `plan` again as its manifest says: the same starts, each as far as it came, and a proof as far as it came. */
export async function replayPlan(request: ReplayRequest): Promise<ReplayResult> {
  const { manifest, means } = request;
  const flags = replayFlags(manifest);
  const { module, diagnostics, inputs: read } = await readModuleAgain(request, flags);
  if (module === undefined) return refuse(diagnostics);
  const again = await readPublishedAgain(request, { module, inputs: read }, flags);
  if (again.diagnostics.length > 0) return refuse(again.diagnostics);
  const { published, calendars, inputs } = again;
  const { settings } = module;
  const result = await plan({
    module,
    seed: settings.seed,
    ...searchAgain(manifest, means),
    ...meansAgain(means),
    ...outputsAgain(manifest, settings, calendars),
    inputs,
    ...(published.before === undefined ? {} : { before: published.before }),
    ...(published.earlier === undefined ? {} : { earlier: published.earlier.assignment }),
    listsChanges: flags.keep !== undefined,
    isPartial: flags.partial === true,
  });
  return result.status === 'planned' ? { files: result.files, module } : refuse(result.reasons);
}

/** The search of a manifest and its proof, to go the same way again. */
function searchAgain(
  { options, search }: Manifest,
  { createProver: proverOf = createProver }: ReplayMeans,
): Pick<PlanRequest, 'search' | 'trace' | 'proof'> {
  const { effort, starts, firstStart = 0, prove } = options;
  const trace = traceOf(search);
  return {
    search: { effort, starts, first: firstStart },
    ...(trace === undefined ? {} : { trace }),
    ...(prove === undefined
      ? {}
      : { proof: { prover: proverOf(proofTraceOf(search)), limits: { ...proofLimitsOf(effort), nodes: prove } } }),
  };
}

function traceOf({ starts, stopped }: ManifestSearch): SearchTrace | undefined {
  return starts.length === 0 ? undefined : { starts, stopped };
}

/** Where a proof was cut short; `undefined` where it was not. One that has nodes had told its first finding, also where that was not counted. */
function proofTraceOf({ proof }: ManifestSearch): ProofTrace | undefined {
  if (proof?.outcome !== 'time-limit' && proof?.outcome !== 'interrupted') return undefined;
  return { cut: proof.outcome, told: proof.told ?? Math.min(1, proof.nodes) };
}
