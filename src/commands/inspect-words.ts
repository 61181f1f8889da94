import type { Language } from '../model/note.js';

/** Words of records and repairs as Chinese readers see them; ids of rules, themes and flags are the same in both languages. */
const ZH: Readonly<Record<string, string>> = {
  heading: '标题',
  paragraph: '段落',
  item: '列项',
  caption: '图注',
  byline: '署名',
  masthead: '报头',
  credit: '出处',
  'pull-quote': '引语',
  fact: '数字',
  honour: '荣誉',
  initiative: '做法',
  count: '数量',
  amount: '金额',
  change: '增减',
  share: '占比',
  rank: '位次',
  ratio: '比率',
  duration: '时长',
  about: '约',
  'at-least': '至少',
  'at-most': '至多',
  up: '上升',
  down: '下降',
  target: '目标',
  plan: '计划',
  capacity: '能力',
  anecdote: '个例',
  org: '单位',
  person: '个人',
  project: '项目',
  city: '城市',
  national: '国家级',
  provincial: '省级',
  municipal: '市级',
  other: '其他',
};

export function recordWord(word: string, language: Language): string {
  return language === 'en' ? word : (ZH[word] ?? word);
}

/** What speaks for an owner, see repair/owner; e.g. “names the police of 武汉 ×2” */
const CUES: readonly (readonly [RegExp, string])[] = [
  [/^only report of the file$/, '文件中唯一的报告'],
  [/^outside every part given in corpus\.yaml$/, '不在 corpus.yaml 写明的任何部分之内'],
  [/^given by parts in corpus\.yaml$/, '由 corpus.yaml 的 parts 写明'],
  [/^the only report without parts$/, '唯一未写 parts 的报告'],
  [/^goes on with its numbering$/, '延续其编号'],
  [/^built like its neighbour$/, '与相邻段落结构相同'],
  [/^stands between blocks of this report$/, '处于该报告的段落之间'],
  [/^names the police of (.+) ×(\d+)$/, '写到$1公安 $2 次'],
  [/^names (.+) ×(\d+)$/, '写到$1 $2 次'],
  [/^speaks of its own area and office$/, '以本地、本局自称'],
  [/^shares (.+)$/, '共有词语：$1'],
];

export function cueText(cue: string, language: Language): string {
  const known = language === 'en' ? undefined : CUES.find(([pattern]) => pattern.test(cue));
  return known ? cue.replace(known[0], known[1]) : cue;
}
