import type { Row } from '../../model/comparison.js';
import type { Context } from './context.js';
import { orderText } from './order.js';
import { type VerdictView, verdictView } from './verdict.js';

/** Places of a row whose figures go together better than all of them. */
export interface SubsetView {
  readonly names: string;
  readonly verdict: VerdictView;
  /** One sentence: who, and why. */
  readonly text: string;
  /** As in `RowView`. */
  readonly order: string;
}

/** Best first, at most three: of more the data tell. */
export function subsetViews(row: Row, context: Context): SubsetView[] {
  const { say, lang } = context;
  return (row.subsets ?? []).slice(0, 3).map((subset) => {
    const names = subset.jurisdictions.map((id) => context.place(id).short).join(say('list.and'));
    return {
      names,
      verdict: verdictView(subset.verdict, say),
      text: say('subset', { names, why: lang === 'en' ? subset.why_en : subset.why }),
      order: orderText(subset.order, context),
    };
  });
}

/** Whether some places of the row may be compared as they stand, though not all. */
export const comparableInPart = (row: Row): boolean =>
  row.verdict !== 'comparable' && (row.subsets ?? []).some((subset) => subset.verdict === 'comparable');
