#!/usr/bin/env node
import process from 'node:process';
import yargs from 'yargs';
import { hideBin } from 'yargs/helpers';
import type { CompareOptions } from './commands/compare.js';
import { FORMATS, type Format, STYLES } from './commands/formats.js';
import type { Outcome } from './commands/outcome.js';
import { noteLines } from './commands/print-notes.js';
import { askOn } from './host/ask.js';
import { cacheFolder } from './host/cache/folder.js';
import { diskCache, NO_CACHE } from './host/cache/store.js';
import { realHost } from './host/index.js';

// Commands are loaded when they are called: what a run does not need costs it nothing.

const abort = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    abort.abort(new Error(`interrupted by ${signal}`));
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
      if (!shared.quiet && (alwaysSay || process.stderr.isTTY)) process.stderr.write(`${line}\n`);
    },
    signal: abort.signal,
    cache: keptIn !== null && shared.cache ? diskCache(keptIn) : NO_CACHE,
  });
  let outcome: Outcome;
  try {
    outcome = await run(host);
  } catch (error) {
    if (!abort.signal.aborted) {
      process.stderr.write(
        `error: found a failure of duizhao itself, expected none: ${(error as Error).stack ?? String(error)}\n  do: please report it with the call and the input\n`,
      );
      process.exitCode = 2;
      return;
    }
    process.stderr.write(`${(abort.signal.reason as Error).message}: nothing was written\n`);
    process.exitCode = 130;
    return;
  }
  const colour = process.stderr.isTTY === true && !process.env.NO_COLOR;
  for (const line of noteLines(outcome.notes, { colour, all: false })) {
    if (!shared.quiet || outcome.exitCode >= 2) process.stderr.write(`${line}\n`);
  }
  if (shared.json) process.stdout.write(`${JSON.stringify(outcome.json, null, 1)}\n`);
  else if (!shared.quiet) for (const line of outcome.lines) process.stdout.write(`${line}\n`);
  process.exitCode = outcome.exitCode;
}

const list = (value: unknown): string[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value])
    .flatMap((v) => String(v).split(','))
    .map((v) => v.trim())
    .filter((v) => v !== '');

await yargs(hideBin(process.argv))
  .scriptName('duizhao')
  .usage('$0 <command>\n\nCompares official work reports of several places, row by row.')
  .option('quiet', { type: 'boolean', default: false, describe: 'say nothing but errors' })
  .option('json', { type: 'boolean', default: false, describe: 'the answer as JSON on standard output' })
  .option('cache', {
    type: 'boolean',
    default: true,
    describe: 'keep results between runs; --no-cache makes everything anew',
  })
  .command(
    ['compare [corpus]', '$0 [corpus]'],
    'compare a corpus and write the brief',
    (y) =>
      y
        .positional('corpus', {
          type: 'string',
          default: 'corpus',
          describe: 'folder with corpus.yaml, or with text files',
        })
        .option('out', { type: 'string', default: 'out', describe: 'where to write' })
        .option('format', { type: 'string', default: 'html,pdf,json', describe: FORMATS.join(', ') })
        .option('theme', { type: 'string', array: true, describe: 'only these themes' })
        .option('jurisdiction', { type: 'string', array: true, describe: 'only these jurisdictions' })
        .option('template', { type: 'string', describe: 'folder with templates of your own' })
        .option('lexicon', { type: 'string', describe: 'folder with themes, indicators and words of your own' })
        .option('lang', {
          choices: ['zh-CN', 'en'] as const,
          default: 'zh-CN' as const,
          describe: 'language of the brief',
        })
        .option('style', { choices: STYLES, default: 'default' as const, describe: 'look of the brief' })
        .option('per', { choices: ['jurisdiction'] as const, describe: 'one brief for each' })
        .option('strict', { type: 'boolean', default: false, describe: 'exit 1 when something needs a person’s eyes' })
        .check((argv) => {
          for (const format of list(argv.format))
            if (!(FORMATS as readonly string[]).includes(format))
              throw new Error(`found the format “${format}”, expected some of ${FORMATS.join(', ')}`);
          return true;
        })
        .example('$0 compare', 'the bundled corpus, into out/')
        .example(
          '$0 compare my-corpus --out briefing --format html,pdf,docx',
          'a corpus of your own, also as a Word file',
        )
        .example('$0 compare --theme anti-fraud --jurisdiction wuhan,shiyan', 'one theme, two places'),
    (argv) => {
      const options: CompareOptions = {
        corpus: argv.corpus,
        out: argv.out,
        formats: list(argv.format) as Format[],
        themes: list(argv.theme),
        jurisdictions: list(argv.jurisdiction),
        lang: argv.lang,
        style: argv.style,
        strict: argv.strict,
        ...(argv.per === undefined ? {} : { per: argv.per }),
        ...(argv.template === undefined ? {} : { template: argv.template }),
        ...(argv.lexicon === undefined ? {} : { lexicon: argv.lexicon }),
      };
      return finish(argv, async (host) => (await import('./commands/compare-again.js')).compareAgain(options, host));
    },
  )
  .command(
    'inspect <target>',
    'how a text was repaired and what was found in it, line by line',
    (y) =>
      y
        .positional('target', { type: 'string', demandOption: true, describe: 'a text file, or a corpus folder' })
        .option('gap', { type: 'string', describe: 'INDICATOR:JURISDICTION: why that figure was not found' })
        .option('lexicon', { type: 'string', describe: 'folder with themes, indicators and words of your own' })
        .example('$0 inspect corpus/000_0d718bd05eb70c1e.txt', 'one text')
        .example('$0 inspect corpus --gap fraud-filed:wuhan', 'why 武汉 has no figure of fraud cases filed'),
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
    'what a new run changed: new, changed and withdrawn claims (exit 1 when anything differs)',
    (y) =>
      y
        .positional('old', { type: 'string', demandOption: true, describe: 'output folder of the earlier run' })
        .positional('new', { type: 'string', demandOption: true, describe: 'output folder of the later run' })
        .example('$0 diff out-monday out', 'what has changed since Monday'),
    (argv) =>
      finish(argv, async (host) =>
        (await import('./commands/diff.js')).diffCommand({ old: argv.old, new: argv.new }, host),
      ),
  )
  .command('doctor', 'what is there and what is missing on this machine, and how to get it', {}, (argv) =>
    finish(argv as unknown as Shared, async (host) => (await import('./commands/doctor.js')).doctorCommand(host)),
  )
  .command(
    'preview [corpus]',
    'serve the brief live while sources, lexicon, review file and templates are edited',
    (y) =>
      y
        .positional('corpus', {
          type: 'string',
          default: 'corpus',
          describe: 'folder with corpus.yaml, or with text files',
        })
        .option('port', { type: 'number', default: 0, describe: 'port on 127.0.0.1; 0: any free one' })
        .option('open', { type: 'boolean', default: false, describe: 'open it in the browser' })
        .option('template', { type: 'string', describe: 'folder with templates of your own' })
        .option('lexicon', { type: 'string', describe: 'folder with themes, indicators and words of your own' })
        .option('lang', {
          choices: ['zh-CN', 'en'] as const,
          default: 'zh-CN' as const,
          describe: 'language of the brief',
        })
        .example('$0 preview my-corpus --open', 'edit the texts and see the brief follow'),
    (argv) => {
      const { corpus, port, open, lang, template, lexicon } = argv;
      const options = {
        corpus,
        port,
        open,
        lang,
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
    'make a corpus out of files (txt, md, html, docx, pdf), corpus.yaml filled in as far as they tell',
    (y) =>
      y
        .positional('folder', { type: 'string', demandOption: true, describe: 'the corpus folder to make' })
        .positional('files', {
          type: 'string',
          array: true,
          default: [] as string[],
          describe: 'reports, or folders of them; none: what lies in the folder already',
        })
        .option('force', { type: 'boolean', default: false, describe: 'write corpus.yaml although there is one' })
        .example(
          '$0 init my-corpus ~/reports/*.docx news.html yearly.pdf',
          'copies them and writes my-corpus/corpus.yaml',
        )
        .example('$0 init my-corpus', 'the reports are in the folder already'),
    (argv) =>
      finish(argv, async (host) => {
        const { folder, files, force, json, quiet } = argv;
        const interrupt = () => void process.kill(process.pid, 'SIGINT');
        const isTerminal = process.stdin.isTTY === true && process.stderr.isTTY === true && !json && !quiet;
        const terminal = askOn(process.stdin, process.stderr, { signal: host.signal, interrupt });
        try {
          const { initCommand } = await import('./commands/init.js');
          return await initCommand({ folder, files, force }, host, isTerminal ? terminal.ask : undefined);
        } finally {
          terminal.close();
        }
      }),
  )
  .command(
    'verify <folder>',
    're-read every output in a folder and check each figure against the sources (exit 1 on any difference)',
    (y) =>
      y
        .positional('folder', { type: 'string', demandOption: true, describe: 'output folder of compare' })
        .option('corpus', {
          type: 'string',
          describe: 'the corpus it was made from, to check against the files themselves',
        })
        .example('$0 verify out --corpus corpus', 'the brief of the bundled corpus'),
    (argv) =>
      finish(argv, async (host) =>
        (await import('./commands/verify.js')).verifyCommand(
          { folder: argv.folder, ...(argv.corpus === undefined ? {} : { corpus: argv.corpus }) },
          host,
        ),
      ),
  )
  .completion('completion', 'print a completion script for your shell')
  .strict()
  .recommendCommands()
  .help()
  .alias('help', 'h')
  .fail((message, error, parser) => {
    if (error && !message) throw error;
    process.stderr.write(
      `error: ${message || String(error)}\n  do: duizhao ${parser.parsed ? '' : ''}--help shows the commands and their options\n`,
    );
    process.exit(2);
  })
  .parseAsync();
