import type { Lexicon } from '../model/lexicon.js';

/**
 * Recording stages in the order a case runs through them, then mediation and hazards, then the protective side of
 * fraud work (domain.md, “Recording stages”). 打处 is a composite of several measures and closes the first chain.
 */
const CHAIN = [
  '警情',
  '受案',
  '立案',
  '发案',
  '侦办',
  '破案',
  '查处',
  '行政拘留',
  '抓获',
  '刑拘',
  '逮捕',
  '起诉',
  '打处',
  '排查',
  '排查化解',
  '化解',
  '排查整改',
  '整改',
  '预警',
  '预警劝阻',
  '劝阻',
  '止付',
  '止付冻结',
  '冻结',
  '拦截',
  '损失',
  '挽损',
  '返还',
];

/**
 * All stages a comparison may show, in order: the chain above, then those of the lexicon's own field as its list has them. A
 * lexicon that names its field (`field`) has its own stages only.
 */
export function stageOrder(lexicon: Lexicon): readonly string[] {
  const own = lexicon.indicators.flatMap(({ stage }) => (stage === null ? [] : [stage]));
  if (lexicon.field) return [...new Set(own)];
  const known = new Set(own);
  const foreign = own.filter((stage) => !CHAIN.includes(stage));
  // A lexicon of another field may name some stages of the chain too; its own order then holds for all of them.
  const shared = [...known].filter((stage) => CHAIN.includes(stage)).length;
  return foreign.length > shared ? [...new Set([...own, ...CHAIN])] : [...new Set([...CHAIN, ...own])];
}
