import { matchesOf } from '../../text/matches.js';
import type { Change } from '../../text/source-map.js';
import type { CharacterRule, RepairMeta } from '../rule.js';

const meta: RepairMeta = {
  id: 'glyph-note',
  description: 'A note on how a rare character is read or written, in brackets behind it, is skipped: 陽(yáng).',
  examples: [
    { source: '派出所在阳（yáng）新县', repaired: '派出所在阳新县' },
    { source: '硚（qiáo）口区（含东西湖）', repaired: '硚口区（含东西湖）' },
    { source: '推广反诈（app）', repaired: '推广反诈（app）', why: 'no tone mark: not a reading' },
    { source: '喆（左右均为吉）所长', repaired: '喆所长' },
  ],
};

// e.g. （yáng）, （音yáng）, （读音：qiáo）; a tone mark is what tells a reading from a name in letters
const reading = /[（(](?:音|读音?|拼音)?[：:]?[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]{1,7}\d?[）)]/g;
const tone = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]/;
// e.g. （左右均为吉）, （左“石”右“乔”）, （上“艹”下“心”）
const composition =
  /[（(](?:左[^（）()，。]{1,8}右[^（）()，。]{1,8}|上[“‘]?[^（）()，。]{1,3}[”’]?下[“‘]?[^（）()，。]{1,3}[”’]?|左右(?:均|都)?[为是][^（）()，。]{1,4})[）)]/g;

/** See `meta`. */
export const glyphNotes: CharacterRule = {
  meta,
  changes: (text) => {
    const changes: Change[] = [];
    const find = (pattern: RegExp, wanted: (note: string) => boolean) => {
      for (const match of matchesOf(text, pattern)) {
        const before = text.charCodeAt(match.index - 1);
        if (!(before >= 0x3400 && before <= 0x9fff) || !wanted(match[0])) continue;
        changes.push({ span: { start: match.index, end: match.index + match[0].length }, insert: '' });
      }
    };
    find(reading, (note) => tone.test(note));
    find(composition, () => true);
    return changes.sort((a, b) => a.span.start - b.span.start);
  },
};
