import { meansAgain, outputsAgain, readModuleAgain, refuse, replayFlags, withCopies } from './replay-module.js';
import type { ReplayRequest, ReplayResult } from './replays.js';
import { rotate } from './rotate.js';

/** Runs `rotate` again as its manifest says, as far as it came. */
export async function replayRotation(request: ReplayRequest): Promise<ReplayResult> {
  const { manifest, means } = request;
  const { options, search } = manifest;
  const flags = replayFlags(manifest);
  const { module, diagnostics, inputs } = await readModuleAgain(request, flags);
  if (module === undefined) return refuse(diagnostics);
  const { control, observe, onStage } = meansAgain(means);
  const { output, version } = outputsAgain(manifest, module.settings, {});
  const result = await rotate({
    module,
    kind: flags.rounds === undefined ? 'module' : 'round',
    count: flags.rounds ?? flags.modules ?? 0,
    seed: module.settings.seed,
    search: { effort: options.effort },
    ...(search.pieces === undefined ? {} : { until: { pieces: search.pieces, stopped: search.stopped } }),
    ...(control === undefined ? {} : { control }),
    ...(observe === undefined ? {} : { observe }),
    ...(onStage === undefined ? {} : { onStage }),
    output,
    inputs: withCopies(inputs, manifest),
    version,
    options,
  });
  return result.status === 'planned' ? { files: result.files, module } : refuse(result.reasons);
}
