import type { Language } from '../model/note.js';

/** What the stages of a run are called in Chinese; those not here go by one name in both languages. */
const ZH: Readonly<Record<string, string>> = {
  read: '读取',
  repair: '修整',
  extract: '提取',
  align: '对齐',
  compare: '比较',
  html: 'HTML',
  pdf: 'PDF',
  docx: 'Word',
  xlsx: 'Excel',
  remembered: '沿用上次结果',
  write: '写出',
  total: '合计',
};

export function stageName(stage: string, language: Language): string {
  return language === 'en' ? stage : (ZH[stage] ?? stage);
}
