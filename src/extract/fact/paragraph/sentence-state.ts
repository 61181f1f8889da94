import type { Jurisdiction } from '../../../model/corpus.js';
import type { FactStatus } from '../../../model/finding.js';
import type { Claim } from '../claim.js';
import type { Clause, Sentence } from '../clause.js';
import { caseIn, type Incident } from '../incident.js';
import { type Scope, scopeIn } from '../scope.js';
import { DONE, statusCue } from '../status.js';
import type { ParagraphSetting } from './placed-claim.js';
import { sectionStatus } from './status.js';

/** What holds from one clause of a sentence to the next. */
export interface SentenceState {
  /** What the section or a clause before says of all that follows (将…：一是…); null for nothing. */
  readonly status: FactStatus | null;
  /** The one case that is being told. */
  readonly incident: Incident | null;
  /** Where figures hold, and the last scope that was the whole jurisdiction. */
  readonly scope: Scope;
  readonly whole: string | null;
  /** True for “净网”专项行动…: what it names is no case. */
  readonly isCampaign: boolean;
}

const NO_SCOPE: Scope = { name: null, subUnit: false };

export function sentenceState(sentence: Sentence, { section, chapter }: ParagraphSetting): SentenceState {
  return {
    status: sectionStatus(section) ?? sectionStatus(chapter ?? null),
    incident: null,
    scope: NO_SCOPE,
    whole: null,
    isCampaign: /[”"](?:专项)?(?:行动|战役|会战)/.test(sentence.text),
  };
}

/** After a semicolon: one office's item and one told case end; what holds for the whole goes on. */
export function atSemicolon(state: SentenceState): SentenceState {
  const endsOffice = state.scope.name !== state.whole;
  return { ...state, incident: null, scope: endsOffice ? { name: state.whole, subUnit: false } : state.scope };
}

/** With what a clause itself says. */
export function atClause(state: SentenceState, clause: Clause, jurisdiction: Jurisdiction): SentenceState {
  const stated = scopeIn(withoutQuoted(clause.text), jurisdiction);
  const isWhole = /^(?:全.|我.|辖区)$/.test(stated?.name ?? '');
  return {
    status: statusAt(state, clause),
    incident: incidentAt(state, clause),
    scope: stated ?? state.scope,
    whole: isWhole && stated ? stated.name : state.whole,
    isCampaign: state.isCampaign,
  };
}

const withoutQuoted = (text: string): string => text.replace(/[“"《][^”"》]*[”"》]/g, '');

function incidentAt({ incident, isCampaign }: SentenceState, { text }: Clause): Incident | null {
  const found = isCampaign && !/案/.test(text) ? null : caseIn(text);
  if (found && !/同比|环比|分别/.test(text)) return found;
  if (incident === null) return null;
  const sumsUp = incident.pointed ? /^(?:全(?:市|省|县|区)|今年|全年)/ : /^(?:全(?:市|省|县|区)|共|累计|今年|全年)/;
  return sumsUp.test(text) || /同比|环比/.test(text) ? null : incident;
}

function statusAt({ status }: SentenceState, { text }: Clause): FactStatus | null {
  const cue = statusCue(text, '');
  if (cue?.carries) return cue.status;
  return DONE.test(text) && !cue ? null : status;
}

/** 其中破获侵财案件761起 is no detail of one case: the told case is over. */
export function endsIncident({ incident }: SentenceState, claim: Claim, { text }: Clause): boolean {
  return (
    incident?.kind === 'case' &&
    /案件|警情|纠纷/.test(claim.label) &&
    /^[起件]$/.test(claim.unit) &&
    !/带破|串并|关联/.test(text)
  );
}
