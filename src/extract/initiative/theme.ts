import type { ThemeId } from '../../model/finding.js';
import type { Lexicon } from '../../model/lexicon.js';
import { themesOf } from '../theme/index.js';
import type { Candidate } from './candidate.js';
import type { InitiativeWords } from './words.js';

/** Themes an initiative may have; honours are no work theme. */
const WORK = (theme: ThemeId): boolean => theme !== 'honours';

/** “党建引领、警网共治”模式: words of the work themes alone, whatever stands beside them. */
const SURE = /警网|网格|共治|枫|义警|调解|警企|护企|营商/u;

/**
 * The work themes of a name: those known beforehand; those the name speaks for; else, unless the name speaks of other
 * work, those of its clause and what surrounds it. Empty: the name belongs to other work and is skipped.
 */
export function themesOfName(candidate: Candidate, words: InitiativeWords, lexicon: Lexicon): readonly ThemeId[] {
  if (candidate.themes !== null) return candidate.themes;
  const { name, passage, sentence } = candidate;
  // “渔船卫士”预警系统: of fraud only where the paragraph speaks of it.
  const speaksOfFraud = /诈|骗|卡|转账|资金|直播间/u.test(name + passage.text);
  const own = [...new Set([...words.cued(name), ...words.cued(candidate.core)])].filter(
    (theme) => theme !== 'anti-fraud' || speaksOfFraud,
  );
  // “接警即止付、受案即侦查”: of fraud, whatever else it speaks of.
  const isFraud = own.includes('anti-fraud') && /诈|骗|止付|劝阻/u.test(name);
  if (own.length > 0 && (isFraud || SURE.test(name) || !words.isElsewhere(candidate.core)))
    return settled(isFraud && words.isElsewhere(candidate.core) ? ['anti-fraud'] : own, candidate);
  // “云剑”预警劝阻平台: what stands behind the quotes says what it is for, whatever the quoted word is known for.
  const head = words.cued(name.replace(candidate.core, '')).filter((t) => t !== 'anti-fraud' || speaksOfFraud);
  if (candidate.core !== name && head.length > 0) return settled(head, candidate);
  const clause = clauseOf(candidate);
  if (words.isElsewhere(name) || words.isElsewhere(candidate.core)) {
    // 涉企案件“快立快侦”工作规范: what stands right before says what the work is for.
    const before = /[\u4e00-\u9fff]{2,6}$/u.exec(
      passage.masked.slice(Math.max(0, candidate.start - 7), candidate.start).replace(/“$/u, ''),
    );
    return before ? words.cued(before[0]) : [];
  }
  return themesOf(
    {
      label: name,
      clause,
      sentence: passage.text.slice(sentence.start, sentence.end),
      paragraph: passage.text,
      section: passage.section,
      indicator: null,
    },
    lexicon,
  ).filter(WORK);
}

function clauseOf({ passage, sentence, start }: Candidate): string {
  const clause = sentence.clauses.find((c) => c.start <= start && start < c.end) ?? sentence;
  return passage.text.slice(clause.start, clause.end);
}

/** What a name says of two works at once: 无诈园区 is of fraud, whoever lives there; 三色预警 of disputes is not. */
function settled(themes: readonly ThemeId[], { name, passage, sentence }: Candidate): readonly ThemeId[] {
  if (themes.includes('anti-fraud')) {
    if (/诈|骗|止付|劝阻|断卡|断流/u.test(name))
      return themes.filter((t) =>
        t === 'grassroots' ? !/反诈|防诈/u.test(name) : t !== 'business-environment' || /财务|企业/u.test(name),
      );
    const said = passage.text.slice(sentence.start, sentence.end);
    if (/预警/u.test(name) && /矛盾|纠纷/u.test(said) && !/诈/u.test(said))
      return [...themes.filter((t) => t !== 'anti-fraud' && t !== 'grassroots'), 'grassroots'];
  }
  // “枫桥式”护企优商模式: the firm is what it is for.
  if (
    themes.length > 1 &&
    /护企|优商|营商|助企|惠企|商安|警企|政企/u.test(name) &&
    !/社区|义警|调解|派出所|村/u.test(name)
  )
    return themes.filter((t) => t !== 'grassroots');
  return themes;
}
