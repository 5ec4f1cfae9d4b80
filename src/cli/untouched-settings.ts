import { readInput } from '../node/files.js';
import { moduleTemplate } from '../usecases/templates.js';

export const SETTINGS_NAME = 'module.toml';
const LANGUAGES = ['fr', 'en'] as const;

/** Whether settings are still as `init` wrote them: nobody would miss them. */
export async function areUntouched(path: string): Promise<boolean> {
  const text = Buffer.from(await readInput(path));
  return LANGUAGES.some((language) => text.equals(moduleTemplate(language).get(SETTINGS_NAME) ?? new Uint8Array()));
}
