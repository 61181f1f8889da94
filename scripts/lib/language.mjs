// The language of the set-up's messages: the CLI's own rule (src/commands/language.ts), which is not built yet when the set-up speaks;
// a test holds the two together.

/** 'zh-CN' or 'en', by LC_ALL, LC_MESSAGES, LANG, the first that is set, else by the system's own locale. */
export function languageOf(env, system) {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || system;
  return /^zh(?:[^a-z]|$)/i.test(locale) ? 'zh-CN' : 'en';
}

const language = languageOf(process.env, Intl.DateTimeFormat().resolvedOptions().locale);

/** One of two wordings: that of the reader's language. */
export const tell = (en, zh) => (language === 'en' ? en : zh);
