#!/usr/bin/env node
import process from 'node:process';
import yargs from 'yargs';
import { hideBin } from 'yargs/helpers';
import type { CompareOptions } from './commands/compare.js';
import { FORMATS, type Format, STYLES } from './commands/formats.js';
import { langGiven, languageNamed, tellIn, toolLanguage } from './commands/language.js';
import type { Outcome } from './commands/outcome.js';
import { noteLines } from './commands/print-notes.js';
import { printable } from './commands/printable.js';
import { textIn, YARGS_ZH } from './commands/texts.js';
import { askOn } from './host/ask.js';
import { cacheFolder } from './host/cache/folder.js';
import { diskCache, NO_CACHE } from './host/cache/store.js';
import { realHost } from './host/index.js';
import { ownVersion } from './host/package-root.js';
import type { Language } from './model/note.js';

// Commands are loaded when they are called: what a run does not need costs it nothing.

const words = hideBin(process.argv);
const language = toolLanguage(langGiven(words), process.env, Intl.DateTimeFormat().resolvedOptions().locale);
const tell = tellIn(language);
const text = textIn(language);

// `duizhao diff … | head` closes the pipe before everything is said: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});
const abort = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    abort.abort(
      new Error(tell(`interrupted by ${signal}: nothing was written`, `被 ${signal} 中断：没有写出任何内容`)),
    );
    // A second signal, or work that does not end, ends the process; the exit handlers of the browser still run.
    const leave = () => process.exit(signal === 'SIGINT' ? 130 : 143);
    process.once(signal, leave);
    setTimeout(leave, 5000).unref();
  });
}

interface Shared {
  readonly quiet: boolean;
  readonly json: boolean;
  /** False: nothing is taken from earlier runs and nothing kept for later ones. */
  readonly cache: boolean;
}

async function finish(
  shared: Shared,
  run: (host: ReturnType<typeof realHost>) => Promise<Outcome>,
  { alwaysSay = false }: { readonly alwaysSay?: boolean } = {},
): Promise<void> {
  const keptIn = cacheFolder(process.env);
  const host = realHost({
    cwd: process.cwd(),
    env: process.env,
    say: (line) => {
      if (!shared.quiet && (alwaysSay || process.stderr.isTTY)) process.stderr.write(`${printable(line)}\n`);
    },
    signal: abort.signal,
    language,
    cache: keptIn !== null && shared.cache ? diskCache(keptIn) : NO_CACHE,
  });
  let outcome: Outcome;
  try {
    outcome = await run(host);
  } catch (error) {
    if (!abort.signal.aborted) {
      process.stderr.write(
        tell(
          `error: found a failure of duizhao itself, expected none: ${(error as Error).stack ?? String(error)}\n  do: please report it with the call and the input\n`,
          `错误：发现 duizhao 自身的故障，应为没有：${(error as Error).stack ?? String(error)}\n  请：连同命令和输入报告此问题\n`,
        ),
      );
      process.exitCode = 2;
      return;
    }
    process.stderr.write(`${(abort.signal.reason as Error).message}\n`);
    process.exitCode = 130;
    return;
  }
  const colour = process.stderr.isTTY === true && !process.env.NO_COLOR;
  for (const line of noteLines(outcome.notes, { colour, all: false, language })) {
    if (!shared.quiet || outcome.exitCode >= 2) process.stderr.write(`${line}\n`);
  }
  if (shared.json) process.stdout.write(`${JSON.stringify(outcome.json, null, 1)}\n`);
  else if (!shared.quiet) for (const line of outcome.lines) process.stdout.write(`${printable(line)}\n`);
  process.exitCode = outcome.exitCode;
}

const list = (value: unknown): string[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value])
    .flatMap((v) => String(v).split(','))
    .map((v) => v.trim())
    .filter((v) => v !== '');

/** Words and options that may be given more than once. */
const SEVERAL: ReadonlySet<string> = new Set(['_', '--', 'files', 'theme', 'jurisdiction', 'records']);

// Two steps: the words of yargs go with the locale that is set before.
const parser = yargs(words)
  .scriptName('duizhao')
  .locale(language === 'en' ? 'en' : 'zh_CN');
if (language !== 'en') parser.updateStrings(YARGS_ZH as unknown as Record<string, string>);

await parser
  .usage(text('usage'))
  .option('lang', {
    choices: ['zh-CN', 'en'] as const,
    // what is no language stays as it is given, for the choices to refuse; given twice it comes as a list
    coerce: (tag: string | string[]) => languageNamed([tag].flat().at(-1) ?? '') as Language,
    describe: text('lang'),
  })
  // an option that takes one value, given twice: the last one counts, as for other commands
  .middleware((argv) => {
    for (const [name, value] of Object.entries(argv))
      if (Array.isArray(value) && !SEVERAL.has(name)) Object.assign(argv, { [name]: value.at(-1) });
  }, true)
  .option('quiet', { type: 'boolean', default: false, describe: text('quiet') })
  .option('json', { type: 'boolean', default: false, describe: text('json') })
  .option('cache', {
    type: 'boolean',
    default: true,
    describe: text('cache'),
  })
  .command(
    ['compare [corpus]', '$0 [corpus]'],
    text('compare'),
    (y) =>
      y
        .positional('corpus', {
          type: 'string',
          default: 'corpus',
          describe: text('corpus'),
        })
        .option('out', { type: 'string', default: 'out', describe: text('compare.out') })
        .option('format', { type: 'string', default: 'html,pdf,json', describe: FORMATS.join(', ') })
        .option('theme', { type: 'string', array: true, describe: text('compare.theme') })
        .option('jurisdiction', { type: 'string', array: true, describe: text('compare.jurisdiction') })
        .option('template', { type: 'string', describe: text('template') })
        .option('lexicon', { type: 'string', describe: text('lexicon') })
        .option('style', { choices: STYLES, default: 'default' as const, describe: text('compare.style') })
        .option('records', { type: 'string', array: true, describe: text('compare.records') })
        .option('per', { choices: ['jurisdiction'] as const, describe: text('compare.per') })
        .option('strict', { type: 'boolean', default: false, describe: text('compare.strict') })
        .check((argv) => {
          for (const format of list(argv.format))
            if (!(FORMATS as readonly string[]).includes(format))
              throw new Error(
                tell(
                  `found the format “${format}”, expected some of ${FORMATS.join(', ')}`,
                  `发现格式“${format}”，应为 ${FORMATS.join('、')} 中的若干种`,
                ),
              );
          return true;
        })
        .example('$0 compare', text('compare.bundled'))
        .example('$0 compare my-corpus --out briefing --format html,pdf,docx', text('compare.own'))
        .example('$0 compare --theme anti-fraud --jurisdiction wuhan,shiyan', text('compare.some')),
    (argv) => {
      const options: CompareOptions = {
        corpus: argv.corpus,
        out: argv.out,
        formats: list(argv.format) as Format[],
        themes: list(argv.theme),
        jurisdictions: list(argv.jurisdiction),
        lang: argv.lang ?? 'zh-CN',
        style: argv.style,
        strict: argv.strict,
        ...(argv.per === undefined ? {} : { per: argv.per }),
        ...(argv.records === undefined ? {} : { records: argv.records }),
        ...(argv.template === undefined ? {} : { template: argv.template }),
        ...(argv.lexicon === undefined ? {} : { lexicon: argv.lexicon }),
      };
      return finish(argv, async (host) => (await import('./commands/compare-again.js')).compareAgain(options, host));
    },
  )
  .command(
    'inspect <target>',
    text('inspect'),
    (y) =>
      y
        .positional('target', { type: 'string', demandOption: true, describe: text('inspect.target') })
        .option('gap', { type: 'string', describe: text('inspect.gap') })
        .option('lexicon', { type: 'string', describe: text('lexicon') })
        .example('$0 inspect corpus/000_0d718bd05eb70c1e.txt', text('inspect.one'))
        .example('$0 inspect corpus --gap fraud-filed:wuhan', text('inspect.why')),
    (argv) => {
      const { target, gap, lexicon } = argv;
      return finish(argv, async (host) =>
        (await import('./commands/inspect.js')).inspectCommand(
          { target, ...(gap === undefined ? {} : { gap }), ...(lexicon === undefined ? {} : { lexicon }) },
          host,
        ),
      );
    },
  )
  .command(
    'diff <old> <new>',
    text('diff'),
    (y) =>
      y
        .positional('old', { type: 'string', demandOption: true, describe: text('diff.old') })
        .positional('new', { type: 'string', demandOption: true, describe: text('diff.new') })
        .example('$0 diff out-monday out', text('diff.monday')),
    (argv) =>
      finish(argv, async (host) =>
        (await import('./commands/diff.js')).diffCommand({ old: argv.old, new: argv.new }, host),
      ),
  )
  .command('doctor', text('doctor'), {}, (argv) =>
    finish(argv as unknown as Shared, async (host) => (await import('./commands/doctor.js')).doctorCommand(host)),
  )
  .command(
    'preview [corpus]',
    text('preview'),
    (y) =>
      y
        .positional('corpus', {
          type: 'string',
          default: 'corpus',
          describe: text('corpus'),
        })
        .option('port', { type: 'number', default: 0, describe: text('preview.port') })
        .option('open', { type: 'boolean', default: false, describe: text('preview.open') })
        .option('template', { type: 'string', describe: text('template') })
        .option('lexicon', { type: 'string', describe: text('lexicon') })
        .example('$0 preview my-corpus --open', text('preview.edit')),
    (argv) => {
      const { corpus, port, open, lang, template, lexicon } = argv;
      const options = {
        corpus,
        port,
        open,
        lang: lang ?? 'zh-CN',
        ...(template === undefined ? {} : { template }),
        ...(lexicon === undefined ? {} : { lexicon }),
      };
      const ready = (url: string) => process.stdout.write(argv.json ? `${JSON.stringify({ url })}\n` : `${url}\n`);
      return finish(
        { ...argv, json: false },
        async (host) => (await import('./commands/preview.js')).previewCommand(options, host, ready),
        { alwaysSay: true },
      );
    },
  )
  .command(
    'init <folder> [files..]',
    text('init'),
    (y) =>
      y
        .positional('folder', { type: 'string', demandOption: true, describe: text('init.folder') })
        .positional('files', {
          type: 'string',
          array: true,
          default: [] as string[],
          describe: text('init.files'),
        })
        .option('force', { type: 'boolean', default: false, describe: text('init.force') })
        .option('skip-unreadable', { type: 'boolean', default: false, describe: text('init.skip') })
        .example('$0 init my-corpus ~/reports/*.docx news.html yearly.pdf', text('init.copy'))
        .example('$0 init my-corpus', text('init.there')),
    (argv) =>
      finish(argv, async (host) => {
        const { folder, files, force, skipUnreadable, json, quiet } = argv;
        const interrupt = () => void process.kill(process.pid, 'SIGINT');
        const isTerminal = process.stdin.isTTY === true && process.stderr.isTTY === true && !json && !quiet;
        const terminal = askOn(process.stdin, process.stderr, { signal: host.signal, interrupt });
        try {
          const { initCommand } = await import('./commands/init.js');
          return await initCommand(
            { folder, files, force, skipUnreadable },
            host,
            isTerminal ? (question) => terminal.ask(printable(question)) : undefined,
          );
        } finally {
          terminal.close();
        }
      }),
  )
  .command(
    'verify <folder>',
    text('verify'),
    (y) =>
      y
        .positional('folder', { type: 'string', demandOption: true, describe: text('verify.folder') })
        .option('corpus', {
          type: 'string',
          describe: text('verify.corpus'),
        })
        .example('$0 verify out --corpus corpus', text('verify.bundled')),
    (argv) =>
      finish(argv, async (host) =>
        (await import('./commands/verify.js')).verifyCommand(
          { folder: argv.folder, ...(argv.corpus === undefined ? {} : { corpus: argv.corpus }) },
          host,
        ),
      ),
  )
  .command(
    'extract [files..]',
    text('extract'),
    (y) =>
      y
        .positional('files', {
          type: 'string',
          array: true,
          default: [] as string[],
          describe: text('extract.files'),
        })
        .option('jobs', { alias: 'j', type: 'number', default: 1, describe: text('extract.jobs') })
        .option('lexicon', { type: 'string', describe: text('lexicon') })
        .option('strict', { type: 'boolean', default: false, describe: text('extract.strict') })
        .check(({ jobs }) => {
          if (Number.isInteger(jobs) && jobs >= 1 && jobs <= 64) return true;
          throw new Error(tell(`found ${jobs} jobs, expected 1 to 64`, `发现 ${jobs} 个线程，应为 1 到 64`));
        })
        .example('$0 extract --jobs 2 < reports.ndjson > records.ndjson', text('extract.two')),
    (argv) => {
      const { files, jobs, strict, lexicon } = argv;
      const sayEvery = process.stderr.isTTY ? 2000 : 60_000;
      const options = { files, jobs, strict, sayEvery, ...(lexicon === undefined ? {} : { lexicon }) };
      const streams = { input: process.stdin, output: process.stdout };
      return finish(
        { ...argv, json: false },
        async (host) => (await import('./commands/extract.js')).extractCommand(options, host, streams),
        { alwaysSay: true },
      );
    },
  )
  .completion('completion', text('completion'))
  .strict()
  .recommendCommands()
  .help('help', text('help'))
  .alias('help', 'h')
  .version('version', text('version'), ownVersion())
  .fail((message, error) => {
    if (error && !message) throw error;
    process.stderr.write(
      tell(
        `error: ${printable(message || String(error))}\n  do: duizhao --help shows the commands and their options\n`,
        `错误：${printable(message || String(error))}\n  请：用 duizhao --help 查看命令和选项\n`,
      ),
    );
    process.exit(2);
  })
  .parseAsync();
