import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** Whether LibreOffice can be run here: tests that open files with it are skipped, by name, where it cannot. */
export function hasLibreOffice(): boolean {
  return canRun('soffice');
}

/** Whether a program is installed: asked for its version, it answers. */
export function canRun(program: string, flag = '--version'): boolean {
  try {
    execFileSync(program, [flag], { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
}

/** Opens files as a person would, without a window, and saves them as something else in a folder. */
export async function convert(
  folder: string,
  format: string,
  files: readonly string[],
  ...args: readonly string[]
): Promise<void> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const asked = [profile, '--headless', ...args, '--convert-to', format, '--outdir', folder, ...files];
  // Without a locale it writes `?` for the accents in names of files.
  await promisify(execFile)('soffice', asked, { env: { ...process.env, LC_ALL: 'C.UTF-8' } });
}
