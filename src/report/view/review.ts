import type { Fact, Finding } from '../../model/finding.js';
import type { Context } from './context.js';

const notePrefix = 'review-note: ';
const actions = ['correct', 'accept', 'note'] as const;

const plain = (value: number): string => {
  const text = value.toFixed(4);
  return text.includes('.') ? text.replace(/\.?0+$/u, '') : text;
};

/** Whether the value is the printed one, in whatever power of ten: 3000余万元 is 30000000. */
function asPrinted({ printed, value }: Fact): boolean {
  const digits = /[0-9][0-9.,]*/u.exec(printed.normalize('NFKC'))?.[0].replaceAll(',', '');
  if (digits === undefined || value === 0 || Number(digits) === 0)
    return digits === undefined || Number(digits) === value;
  const power = Math.log10(value / Number(digits));
  return Math.abs(power - Math.round(power)) < 1e-9;
}

/** What a person settled about a figure, for the line under it: only corrections; a new value beside the printed one. */
export function correctionOf(fact: Fact, { say }: Context): string | null {
  if (!fact.flags.includes('review/correct')) return null;
  return asPrinted(fact) ? say('review.correct') : say('review.value', { value: plain(fact.value), unit: fact.unit });
}

/** What a person said about a record, with the reason, for the evidence index; empty where nobody did. */
export function reviewOf(finding: Finding, context: Context): string {
  const action = actions.find((name) => finding.flags.includes(`review/${name}`));
  if (action === undefined) return '';
  const { say } = context;
  const word = (finding.type === 'fact' ? correctionOf(finding, context) : null) ?? say(`review.${action}`);
  const notes = finding.flags
    .filter((flag) => flag.startsWith(notePrefix))
    .map((flag) => flag.slice(notePrefix.length));
  return notes.length === 0 ? word : say('review.why', { word, note: notes.join(say('list.semicolon')) });
}
