import type { Language } from '../domain/settings.js';
import { ProblemTooLarge } from '../engine/exact.js';
import { FileProblem, type FileProblemCode } from '../node/file-problem.js';
import { visible } from '../report/visible-text.js';
import { EXIT, type ExitCode } from './exit-codes.js';

type Sentence = (path: string, files: string, reason: string) => string;

/** Whether the system's code is what Windows gives for a file, or a file in a folder, that another program holds open. */
const isHeld = (reason: string): boolean => reason === 'EBUSY' || reason === 'EPERM';

const PROBLEMS: Readonly<Record<Language, Readonly<Record<FileProblemCode, Sentence>>>> = {
  en: {
    missing: (path) => `${path} cannot be written: its folder does not exist.`,
    exists: (path) => `${path} is there already. Give --force to replace it, or another place.`,
    'not-ours': (path, files) =>
      `${path} holds files that brassage did not write (${files}): nothing was touched. Give another folder.`,
    changed: (path, files) =>
      `${path} holds files that were changed since brassage wrote them (${files}): nothing was touched. Move them away, or give another folder.`,
    'held-open': (path, files) =>
      `${path} is open in a spreadsheet program (${files}): nothing was touched. Close it there, and run the command again; if nothing has it open any more, delete that file.`,
    current: (path) =>
      `${path} is the folder that you are in, or holds it, and would be replaced under you: nothing was touched. Give a folder in it, or go to the one above first: cd ..`,
    'is-directory': (path) => `${path} is a folder; a file was expected.`,
    'not-a-folder': (path) => `${path} is a file; a folder was expected.`,
    'not-readable': (path, _files, reason) =>
      `${path} cannot be read (${reason}).${isHeld(reason) ? ' Maybe it is open in another program, such as Excel: close it there.' : ''}`,
    changing: (path) =>
      `${path} changed while it was read. Wait until nothing writes it any more, then run the command again.`,
    'too-large': (path) =>
      `${path === '-' ? 'Standard input' : path} is larger than 1 GiB: that is no table of people.`,
    'not-writable': (path, _files, reason) =>
      `${path} cannot be written (${reason}). Nothing was written.${isHeld(reason) ? ' Maybe it is open in another program, such as Excel: close it there.' : ''}`,
  },
  fr: {
    missing: (path) => `${path} ne peut pas être écrit\u00a0: son dossier n’existe pas.`,
    exists: (path) => `${path} existe déjà. Donnez --force pour le remplacer, ou un autre emplacement.`,
    'not-ours': (path, files) =>
      `${path} contient des fichiers que brassage n’a pas écrits (${files})\u00a0: rien n’a été touché. Donnez un autre dossier.`,
    changed: (path, files) =>
      `${path} contient des fichiers modifiés depuis que brassage les a écrits (${files})\u00a0: rien n’a été touché. Déplacez-les, ou donnez un autre dossier.`,
    'held-open': (path, files) =>
      `${path} est ouvert dans un tableur (${files})\u00a0: rien n’a été touché. Fermez-le, puis relancez la commande\u00a0; si plus rien ne l’a ouvert, supprimez ce fichier.`,
    current: (path) =>
      `${path} est le dossier où vous êtes, ou le contient, et serait remplacé sous vos pieds\u00a0: rien n’a été touché. Donnez un dossier dans celui-ci, ou remontez d’abord d’un cran\u00a0: cd ..`,
    'is-directory': (path) => `${path} est un dossier\u00a0; un fichier était attendu.`,
    'not-a-folder': (path) => `${path} est un fichier\u00a0; un dossier était attendu.`,
    'not-readable': (path, _files, reason) =>
      `${path} ne peut pas être lu (${reason}).${isHeld(reason) ? ' Peut-être est-il ouvert dans un autre programme, tel Excel\u00a0: fermez-le.' : ''}`,
    changing: (path) =>
      `${path} a changé pendant sa lecture. Attendez que plus rien ne l’écrive, puis relancez la commande.`,
    'too-large': (path) =>
      `${path === '-' ? 'L’entrée standard' : path} dépasse 1\u202fGio\u00a0: ce n’est pas un tableau de personnes.`,
    'not-writable': (path, _files, reason) =>
      `${path} ne peut pas être écrit (${reason}). Rien n’a été écrit.${isHeld(reason) ? ' Peut-être est-il ouvert dans un autre programme, tel Excel\u00a0: fermez-le.' : ''}`,
  },
};

/** Files that a sentence names. */
const MOST_FILES = 8;
const MORE: Readonly<Record<Language, (count: number) => string>> = {
  en: (count) => `${count} more`,
  fr: (count) => (count === 1 ? '1 autre' : `${count} autres`),
};

/** Problems of what is read. */
const UNREAD: ReadonlySet<FileProblemCode> = new Set(['not-readable', 'changing', 'too-large']);

/** What a thrown error means to the person, and to the shell: a stack trace is shown for bugs of ours only. */
export function describeFailure(error: unknown, language: Language): { text: string; exitCode: ExitCode } {
  if (error instanceof FileProblem) {
    const { code, path, files, reason } = error;
    const left = files.length - MOST_FILES;
    const named = [...files.slice(0, MOST_FILES).map(visible), ...(left > 0 ? [MORE[language](left)] : [])];
    const text = PROBLEMS[language][code](visible(path), named.join(', '), reason);
    return {
      text: `${language === 'fr' ? 'erreur\u00a0:' : 'error:'} ${text}`,
      exitCode: UNREAD.has(code) ? EXIT.input : EXIT.usage,
    };
  }
  if (error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd') {
    const text = {
      en: 'error: The folder that you are in is no more. Go to one that is: cd',
      fr: 'erreur\u00a0: Le dossier où vous êtes n’existe plus. Allez dans un autre\u00a0: cd',
    };
    return { text: text[language], exitCode: EXIT.usage };
  }
  if (error instanceof ProblemTooLarge) {
    const text = {
      en: `error: ${error.message}. Smaller or rounder weights would do (100 rather than 997)${error.part === 'numbers' ? ', or numbers with fewer decimals' : ''}.`,
      fr: `erreur\u00a0: les pénalités iraient jusqu’à ${error.largest} (${error.part}), ce qui ne se compte plus exactement. Des poids plus petits ou plus ronds suffiraient (100 plutôt que 997)${error.part === 'numbers' ? ', ou des nombres avec moins de décimales' : ''}.`,
    };
    return { text: text[language], exitCode: EXIT.input };
  }
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const text = {
    en: `This is a bug in brassage; nothing was written. Please report it with this text:\n${details}`,
    fr: `C’est un défaut de brassage\u00a0; rien n’a été écrit. Merci de le signaler avec ce texte\u00a0:\n${details}`,
  };
  return { text: text[language], exitCode: EXIT.bug };
}
