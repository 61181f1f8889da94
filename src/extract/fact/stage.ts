import type { Lexicon } from '../../model/lexicon.js';
import { onceFor } from '../../text/once-for.js';
import { patternOf } from '../theme/patterns.js';
import { remembered } from './remembered.js';

/** Tells the recording stage a label counts, or null where it names none. Joint verbs (立案侦办) give the first of the lexicon's list. */
export type StageOf = (label: string) => string | null;

/** The lexicon's stages ready for use; without any, no label has one. */
export const stagesOf = ({ stages = NONE }: Pick<Lexicon, 'stages'>): StageOf => stageTable(stages);

const NONE: NonNullable<Lexicon['stages']> = [];
const stageTable = onceFor((stages: NonNullable<Lexicon['stages']>): StageOf => {
  const table = stages.map(({ id, pattern }) => ({ id, pattern: patternOf(pattern) }));
  return remembered((label) => {
    // “一键报警”系统安装率: a name says nothing of a stage
    const plain = label.replace(/“[^”]{3,}”/g, '');
    return table.find(({ pattern }) => pattern.test(plain))?.id ?? null;
  });
});
