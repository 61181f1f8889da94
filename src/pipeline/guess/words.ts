import type { Level } from '../../model/corpus.js';
import type { Doubt } from './guess-report.js';

/** Levels and doubts as Chinese readers are told of them. */
export const LEVELS_ZH: Readonly<Record<Level, string>> = {
  province: '省级',
  city: '市级',
  district: '区级',
  county: '县级',
  station: '派出所',
  other: '其他',
};

export const DOUBTS_ZH: Readonly<Record<Doubt, string>> = {
  jurisdiction: '地区',
  level: '级别',
  period: '时间',
  'two-reports': '可能含两份报告',
};
