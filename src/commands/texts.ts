import type { Language } from '../model/note.js';

/** What the help says: English, Chinese. */
const TEXTS = {
  usage: [
    '$0 <command>\n\nCompares official work reports of several places, row by row.',
    '$0 <命令>\n\n逐项对照各地的工作报告。',
  ],
  quiet: ['say nothing but errors', '除错误外不输出'],
  json: ['the answer as JSON on standard output', '在标准输出给出 JSON 结果'],
  cache: [
    'keep results between runs; --no-cache makes everything anew',
    '保留每次运行的结果供下次使用；--no-cache 则全部重做',
  ],
  lang: [
    'language of the messages (else that of the locale) and of the brief (else zh-CN)',
    '消息的语言（不写则随系统语言）和简报的语言（不写则为 zh-CN）',
  ],
  help: ['Show help', '显示帮助'],
  version: ['Show version number', '显示版本号'],
  completion: ['print a completion script for your shell', '输出命令行补全脚本'],
  corpus: ['folder with corpus.yaml, or with text files', '含 corpus.yaml 或文本文件的文件夹'],
  template: ['folder with templates of your own', '自备模板的文件夹'],
  lexicon: ['folder with themes, indicators and words of your own', '自备主题、指标和词语的文件夹'],

  compare: ['compare a corpus and write the brief', '对照语料并写出简报'],
  'compare.out': ['where to write', '写到哪里'],
  'compare.theme': ['only these themes', '只要这些主题'],
  'compare.jurisdiction': ['only these jurisdictions', '只要这些地区'],
  'compare.style': ['look of the brief', '简报的样式'],
  'compare.per': ['one brief for each', '每个地区各一份简报'],
  'compare.strict': ['exit 1 when something needs a person’s eyes', '有需要人工核对之处时以 1 退出'],
  'compare.records': [
    'files of lines that extract wrote, in any order, instead of a corpus',
    'extract 写出的行的文件（顺序不限），代替语料',
  ],
  'compare.bundled': ['the bundled corpus, into out/', '对照自带的语料，写入 out/'],
  'compare.own': ['a corpus of your own, also as a Word file', '对照自己的语料，另出 Word 文件'],
  'compare.some': ['one theme, two places', '一个主题，两个地区'],

  inspect: ['how a text was repaired and what was found in it, line by line', '逐行显示原文如何修整、从中提取到什么'],
  'inspect.target': ['a text file, or a corpus folder', '一个文本文件，或语料文件夹'],
  'inspect.gap': ['INDICATOR:JURISDICTION: why that figure was not found', '“指标:地区”：说明为什么没有找到该数字'],
  'inspect.one': ['one text', '一份原文'],
  'inspect.why': ['why 武汉 has no figure of fraud cases filed', '武汉为什么没有电诈立案数'],

  diff: [
    'what a new run changed: new, changed and withdrawn claims (exit 1 when anything differs)',
    '两次运行的差别：新增、变化和撤回的陈述（有差别时以 1 退出）',
  ],
  'diff.old': ['output folder of the earlier run', '前一次运行的输出文件夹'],
  'diff.new': ['output folder of the later run', '后一次运行的输出文件夹'],
  'diff.monday': ['what has changed since Monday', '周一以来有什么变化'],

  doctor: [
    'what is there and what is missing on this machine, and how to get it',
    '检查本机具备什么、缺少什么、如何补上',
  ],

  preview: [
    'serve the brief live while sources, lexicon, review file and templates are edited',
    '实时预览简报：原文、词库、复核文件和模板一改即更新',
  ],
  'preview.port': ['port on 127.0.0.1; 0: any free one', '127.0.0.1 上的端口；0 为任一空闲端口'],
  'preview.open': ['open it in the browser', '在浏览器中打开'],
  'preview.edit': ['edit the texts and see the brief follow', '边改原文边看简报'],

  init: [
    'make a corpus out of files (txt, md, html, docx, pdf), corpus.yaml filled in as far as they tell',
    '把文件（txt、md、html、docx、pdf）做成语料，并尽可能填好 corpus.yaml',
  ],
  'init.folder': ['the corpus folder to make', '要建立的语料文件夹'],
  'init.files': [
    'reports, or folders of them; none: what lies in the folder already',
    '报告文件或其文件夹；不写则用文件夹里已有的',
  ],
  'init.force': ['write corpus.yaml although there is one', '即使已有 corpus.yaml 也重写'],
  'init.skip': ['leave out files that cannot be read (exit 1 then)', '略去无法读取的文件（此时以 1 退出）'],
  'init.copy': ['copies them and writes my-corpus/corpus.yaml', '复制这些文件并写出 my-corpus/corpus.yaml'],
  'init.there': ['the reports are in the folder already', '报告已在文件夹里'],

  extract: [
    'reports in, records out, one JSON object a line: a filter for many reports and many machines',
    '输入报告、输出记录，每行一个 JSON 对象：用于大量报告、多台机器的过滤器',
  ],
  'extract.files': [
    'NDJSON files of reports; none, or -: standard input',
    '报告的 NDJSON 文件；不写或写 - 则读标准输入',
  ],
  'extract.jobs': [
    'threads, each with a dictionary of its own (about 300 MB)',
    '线程数，每个线程各载一份词典（约 300 MB）',
  ],
  'extract.strict': ['exit 1 when a line was refused', '有行被拒时以 1 退出'],
  'extract.two': ['two threads', '两个线程'],

  verify: [
    're-read every output in a folder and check each figure against the sources (exit 1 on any difference)',
    '重新读取文件夹中的每个输出，逐个数字与原文核对（有不同时以 1 退出）',
  ],
  'verify.folder': ['output folder of compare', 'compare 的输出文件夹'],
  'verify.corpus': [
    'the corpus it was made from, to check against the files themselves',
    '生成它的语料，用来直接与文件核对',
  ],
  'verify.bundled': ['the brief of the bundled corpus', '自带语料的简报'],
} as const satisfies Readonly<Record<string, readonly [en: string, zh: string]>>;

export type TextId = keyof typeof TEXTS;

/** Every id, so that tests can look at each. */
export const TEXT_IDS = Object.keys(TEXTS) as TextId[];

export function textIn(language: Language): (id: TextId) => string {
  return (id) => TEXTS[id][language === 'en' ? 0 : 1];
}

/** Words of yargs that its own zh_CN lacks or half translates. */
export const YARGS_ZH = {
  'Unknown command: %s': { one: '无法识别的命令：%s', other: '无法识别这些命令：%s' },
  'Not enough non-option arguments: got %s, need at least %s': {
    one: '缺少参数：给了 %s 个，至少需要 %s 个',
    other: '缺少参数：给了 %s 个，至少需要 %s 个',
  },
  'Too many non-option arguments: got %s, maximum of %s': {
    one: '参数过多：给了 %s 个，至多 %s 个',
    other: '参数过多：给了 %s 个，至多 %s 个',
  },
  'aliases:': '别名：',
  'default:': '默认：',
  'choices:': '可选：',
};
