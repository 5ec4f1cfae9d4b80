import { inputNameOf } from './manifest-inputs.js';
import { timetableBeside } from './read-groups-beside.js';
import { repair } from './repair.js';
import { meansAgain, outputsAgain, readModuleAgain, readPublishedAgain, refuse, replayFlags } from './replay-module.js';
import type { ReplayRequest, ReplayResult } from './replays.js';

/** Runs `repair` again as its manifest says: from the same list, as far as it came. */
export async function replayRepair(request: ReplayRequest): Promise<ReplayResult> {
  const { manifest, means } = request;
  const { options, search } = manifest;
  const flags = replayFlags(manifest);
  const { keep: list = '', today, maxMoves } = flags;
  const { module, kept, diagnostics, inputs: read } = await readModuleAgain(request, flags, list);
  if (module === undefined || kept === undefined) return refuse(diagnostics);
  // The list may go by another name than as it was typed, what lies beside it does by that.
  const typed = manifest.options.flags['keep'];
  const timetable = inputNameOf(timetableBeside(typeof typed === 'string' ? typed : list), manifest);
  const isKept = list !== '-' && manifest.inputs.some(({ name }) => name === timetable);
  const keep = { ...(isKept ? { keep: timetable } : {}), ...(today === undefined ? {} : { today }) };
  const again = await readPublishedAgain(request, { module, inputs: read }, keep, { isWanted: false });
  if (again.diagnostics.length > 0) return refuse(again.diagnostics);
  const { published, calendars, inputs } = again;
  const result = await repair({
    module,
    kept,
    seed: module.settings.seed,
    search: { effort: options.effort },
    ...(search.pieces === undefined ? {} : { until: { pieces: search.pieces, stopped: search.stopped } }),
    ...meansAgain(means),
    ...outputsAgain(manifest, module.settings, calendars),
    inputs,
    ...(published.before === undefined ? {} : { before: published.before }),
    ...(maxMoves === undefined ? {} : { maxMoves }),
    listsChanges: isKept,
    isPartial: flags.partial === true,
  });
  return result.status === 'planned' ? { files: result.files, module } : refuse(result.reasons);
}
