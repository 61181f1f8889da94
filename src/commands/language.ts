import type { Language } from '../model/note.js';

/** Says one of two wordings: that of the reader's language. */
export type Tell = (en: string, zh: string) => string;

export function tellIn(language: Language): Tell {
  return (en, zh) => (language === 'en' ? en : zh);
}

/**
 * The language the tool speaks: `given` (`--lang`) where it is one of the two, else that of the locale: LC_ALL, LC_MESSAGES, LANG, the
 * first that is set (POSIX), else `system` (e.g. `zh-Hans-CN`). Every zh is Chinese, everything else English, C and POSIX too.
 * The brief has a rule of its own: Chinese unless `--lang` says otherwise.
 */
export function toolLanguage(
  given: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  system: string,
): Language {
  const named = given === undefined ? undefined : languageNamed(given);
  if (named === 'zh-CN' || named === 'en') return named;
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || system;
  return /^zh(?:[^a-z]|$)/i.test(locale) ? 'zh-CN' : 'en';
}

/** The name of a language as `--lang` has it; another tag of Chinese or English (BCP 47: zh, zh-Hans, en-GB) means the same. */
export function languageNamed(tag: string): string {
  if (/^zh(?:[-_]|$)/i.test(tag)) return 'zh-CN';
  return /^en(?:[-_]|$)/i.test(tag) ? 'en' : tag;
}

/** What `--lang` says in a call, before the call is parsed: the help it may ask for is in that language. */
export function langGiven(argv: readonly string[]): string | undefined {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  const at = options.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  if (at < 0) return undefined;
  return /^--lang=(.*)$/s.exec(options[at] ?? '')?.[1] ?? options[at + 1];
}
