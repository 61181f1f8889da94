import { expect, test } from 'vitest';
import { languageOf } from '../../scripts/lib/language.mjs';
import { toolLanguage } from '../../src/commands/language.js';

test.each([
  [{ LANG: 'zh_CN.UTF-8' }, 'en-US', 'zh-CN'],
  [{ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'zh-CN', 'en'],
  [{ LC_ALL: '', LC_MESSAGES: 'zh_TW', LANG: 'en_GB' }, 'en-GB', 'zh-CN'],
  [{}, 'zh-Hans-CN', 'zh-CN'],
  [{}, 'de-AT', 'en'],
  [{ LANG: 'zha_CN' }, 'zh-CN', 'en'],
] as const)('the set-up and the command speak one language: %j, system %s', (env, system, language) => {
  expect(languageOf(env, system)).toBe(language);
  expect(toolLanguage(undefined, env, system)).toBe(language);
});
